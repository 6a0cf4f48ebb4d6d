import { open, rename, rm } from 'node:fs/promises';
import type { Config } from '#config/config.ts';
import { formatOf, writeNames } from '#editorial/translation/terms/names-file.ts';
import { registryOf } from '#editorial/translation/terms/registry.ts';
import { Failure } from '#errors/failure.ts';
import { openStudio } from '../open-studio.ts';

/** Writes beside the place and puts the file there when it is whole: what stood there is replaced by all or nothing. */
const writeWhole = async (file: string, pieces: AsyncIterable<string>): Promise<void> => {
  const part = `${file}.${process.pid}.part`;
  const handle = await open(part, 'w').catch((cause: unknown) => {
    throw new Failure('source-missing', { path: file }, { cause });
  });
  try {
    for await (const piece of pieces) await handle.write(piece);
    await handle.close();
    await rename(part, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
};

/** @throws Failure `names-file-kind`, `source-missing` */
export const exportAll = async (config: Config, file: string): Promise<{ path: string; concepts: number }> => {
  const format = formatOf(file);
  await using studio = await openStudio(config);
  const { concepts } = await registryOf(studio.payload);
  await writeWhole(file, writeNames(format, concepts.values()));
  return { path: file, concepts: concepts.size };
};
