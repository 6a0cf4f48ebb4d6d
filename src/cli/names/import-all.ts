import { createReadStream } from 'node:fs';
import { createLocalReq } from 'payload';
import type { Config } from '#config/config.ts';
import { applyNames, type ImportPlan, planNames } from '#editorial/translation/terms/import-names.ts';
import { formatOf, readNames } from '#editorial/translation/terms/names-file.ts';
import { Failure } from '#errors/failure.ts';
import { openStudio } from '../open-studio.ts';

interface Order {
  readonly config: Config;
  readonly file: string;
  readonly dryRun: boolean;
  readonly onProgress: (done: number, of: number) => void;
}

const piecesOf = async function* (file: string): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const piece of createReadStream(file)) yield piece as Uint8Array;
  } catch (cause) {
    throw new Failure('source-missing', { path: file }, { cause });
  }
};

/**
 * @returns what was changed, or would be
 * @throws Failure of every kind that reading and planning names have; `source-missing`
 */
export const importAll = async ({ config, file, dryRun, onProgress }: Order): Promise<ImportPlan> => {
  formatOf(file);
  const concepts = await readNames(file, piecesOf(file));
  await using studio = await openStudio(config);
  const plan = await planNames(studio.payload, concepts);
  if (!dryRun) await applyNames(await createLocalReq({}, studio.payload), plan, onProgress);
  return plan;
};
