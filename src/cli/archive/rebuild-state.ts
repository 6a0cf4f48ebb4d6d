import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const state = z.strictObject({
  /** What is made again, as one comparable text. */
  wanted: z.string(),
  began: z.iso.datetime(),
  /** Id of the last image that is done; images are taken in the order of their ids. */
  after: z.string().nullable(),
});
export type RebuildState = z.infer<typeof state>;

const fileIn = (mastersDir: string): string => join(mastersDir, 'rebuild.json');

/** How far a run that was broken off came, if it was to make the same; null where there is nothing to go on with. */
export const readState = async (mastersDir: string, wanted: string): Promise<RebuildState | null> => {
  const text = await readFile(fileIn(mastersDir), 'utf8').catch(() => '');
  try {
    const read = state.parse(JSON.parse(text));
    return read.wanted === wanted ? read : null;
  } catch {
    return null;
  }
};

/** Notes how far a run is: the old words or the new ones, never a part. */
export const writeState = async (mastersDir: string, now: RebuildState): Promise<void> => {
  const file = fileIn(mastersDir);
  await writeFile(`${file}.part`, JSON.stringify(now));
  await rename(`${file}.part`, file);
};

export const forgetState = (mastersDir: string): Promise<void> => rm(fileIn(mastersDir), { force: true });
