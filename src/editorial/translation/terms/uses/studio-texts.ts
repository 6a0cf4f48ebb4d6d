import { join } from 'node:path';
import type { Payload } from 'payload';
import { z } from 'zod';
import { settled } from '../../../beside/followed.ts';
import { openTextIndex, type TextIndex } from './text-index.ts';

const custom = z.looseObject({ archiveDir: z.string().optional() });

/** Pages and addresses of one studio are bundled apart: they share the index that is kept beside their Payload. */
const place = Symbol.for('benthanh.texts');
const indexes = (): WeakMap<Payload, TextIndex> => {
  const holder = globalThis as { [place]?: WeakMap<Payload, TextIndex> };
  holder[place] ??= new WeakMap();
  return holder[place];
};

/** Where the index of texts lies; null where it lives as long as the process. */
const textIndexPath = (payload: Pick<Payload, 'config'>): string | null => {
  const { archiveDir } = custom.parse(payload.config.custom);
  return archiveDir === undefined ? null : join(archiveDir, 'texts.db');
};

const indexOf = (payload: Payload): TextIndex => {
  const index = indexes().get(payload) ?? openTextIndex(payload, textIndexPath(payload));
  indexes().set(payload, index);
  return index;
};

/**
 * The index of a studio's texts as everything stands committed now.
 * @throws Failure `names-indexing` with `{ percent }` as long as all texts are read for the first time
 */
export const settledTexts = async (payload: Payload): Promise<TextIndex> => {
  const index = indexOf(payload);
  await settled(index, 'names-indexing');
  return index;
};

/** Follows the database in the background, so that the first question of a morning need not catch up with a night. */
export const keepTextsFollowed = (payload: Payload): void => {
  const follow = () =>
    indexOf(payload)
      .settle(0)
      .catch((err: unknown) => payload.logger.warn({ err }, 'the index of texts did not follow'));
  setInterval(follow, 30_000).unref();
  void follow();
};
