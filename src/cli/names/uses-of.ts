import { createLocalReq } from 'payload';
import type { Config } from '#config/config.ts';
import { registryOf } from '#editorial/translation/terms/registry.ts';
import { type NameUses, nameUses } from '#editorial/translation/terms/uses/name-uses.ts';
import { openTextIndex } from '#editorial/translation/terms/uses/text-index.ts';
import { Failure } from '#errors/failure.ts';
import { openStudio } from '../open-studio.ts';

/** The word that stands for every concept. */
const everything = 'all';

/**
 * Texts with old and forbidden forms, all of them: whoever runs the machine may see everything. The index on disk is the
 * studio's own, which may be running: all texts are read anew here, once.
 * @param onProgress texts read, of how many
 * @throws Failure `not-found` for a concept that is not there
 */
export const usesOf = async (
  config: Config,
  asked: string,
  onProgress: (done: number, of: number) => void,
): Promise<NameUses> => {
  await using studio = await openStudio(config);
  const { payload } = studio;
  const { concepts } = await registryOf(payload);
  const concept = concepts.get(asked);
  if (asked !== everything && !concept) throw new Failure('not-found');
  using texts = openTextIndex(payload, null, ({ done, total }) => onProgress(done, total));
  await texts.ready();
  const req = await createLocalReq({}, payload);
  // Waited for here: the studio is closed when this function ends
  return await nameUses(req, texts, concept ? [concept] : [...concepts.values()], Number.POSITIVE_INFINITY);
};
