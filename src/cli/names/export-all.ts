import type { Config } from '#config/config.ts';
import { formatOf, writeNames } from '#editorial/translation/terms/names-file.ts';
import { registryOf } from '#editorial/translation/terms/registry.ts';
import { openStudio } from '../open-studio.ts';
import { writeWhole } from '../write-whole.ts';

/** @throws Failure `names-file-kind`, `source-missing` */
export const exportAll = async (config: Config, file: string): Promise<{ path: string; concepts: number }> => {
  const format = formatOf(file);
  await using studio = await openStudio(config);
  const { concepts } = await registryOf(studio.payload);
  await writeWhole(file, async (add) => {
    for await (const piece of writeNames(format, concepts.values())) await add(piece);
  });
  return { path: file, concepts: concepts.size };
};
