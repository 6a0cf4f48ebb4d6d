import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../shared');

/** The first bytes of real files, where the folder of shared data lies beside the project: enough for heads and metadata. */
export const realFiles = (pattern: string, most: number, bytes: number): Uint8Array[] => {
  if (!existsSync(folder)) {
    process.stderr.write(
      `LEFT OUT: ${folder} is not there, so no real file is changed, only those that are made here\n`,
    );
    return [];
  }
  return globSync(pattern, { cwd: folder })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort((one, other) => statSync(one).size - statSync(other).size || one.localeCompare(other))
    .slice(0, most)
    .map((path) => readFileSync(path).subarray(0, bytes));
};

/** Real sentences in four languages, a few of each. */
export const realTexts = (): string[] =>
  realFiles('corpora/ntrex.jsonl', 1, 20_000)
    .flatMap((bytes) => Buffer.from(bytes).toString('utf8').split('\n').slice(0, 2))
    .flatMap((line) => [...line.matchAll(/"([^"\\]{20,400})"/g)].map(([, text = '']) => text))
    .slice(0, 40);
