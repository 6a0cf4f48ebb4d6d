import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Lines in one file of the log: small enough to read at once, and to write anew when the content of some is removed. */
export const linesInFile = 10_000;

/** Number of the file in which line `n` (from 1) stands. */
export const fileOf = (n: number): number => Math.floor((n - 1) / linesInFile) + 1;

/** The first line (from 1) of a file. */
export const firstIn = (file: number): number => (file - 1) * linesInFile + 1;

export const linesPath = (dir: string, file: number): string =>
  join(dir, 'lines', `${String(file).padStart(6, '0')}.ndjson`);

/** Stored hashes of the tree, 32 bytes each, in the order of `stored-hashes.ts`. */
export const treePath = (dir: string): string => join(dir, 'tree.bin');

/** Numbers of the files of lines that are there, in order; none where there is no log. */
export const lineFiles = async (dir: string): Promise<number[]> => {
  const names = await readdir(join(dir, 'lines')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return names
    .flatMap((name) => /^(\d{6,9})\.ndjson$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
};
