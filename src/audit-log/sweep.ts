import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { holdsPlace, removalDigest } from './known-removal.ts';
import { fileOf, firstIn, linesPath } from './paths.ts';
import type { Range } from './ranges.ts';
import { readLines } from './read-lines.ts';
import { isRemoved, removedBytes } from './removed.ts';

/** Makes a rename in this folder survive a power cut. Windows cannot open a folder and needs no such call. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Puts a file in the place of another: whole or not at all, and on the disk when it returns. */
const replace = (path: string, lines: readonly Buffer[]): void => {
  const fresh = `${path}.new`;
  const handle = openSync(fresh, 'w', 0o640);
  try {
    writeFileSync(handle, Buffer.concat(lines.flatMap((bytes) => [bytes, Buffer.from('\n')])));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(fresh, path);
  syncFolder(dirname(path));
};

const filesOf = (places: readonly Range[]): number[] => {
  const files = new Set<number>();
  for (const [from, to] of places) for (let file = fileOf(from); file <= fileOf(to); file += 1) files.add(file);
  return [...files].sort((one, other) => one - other);
};

async function* fileLines(dir: string, file: number): AsyncGenerator<{ place: number; bytes: Buffer }> {
  for await (const line of readLines(dir, firstIn(file) - 1)) {
    if (fileOf(line.place) !== file) return;
    yield line;
  }
}

/** What stays of lines, before anything is removed: their number and the digest that a record binds. */
export const foreseeRemoval = async (
  dir: string,
  number: number,
  places: readonly Range[],
): Promise<{ readonly lines: number; readonly digest: string }> => {
  const digest = removalDigest();
  let lines = 0;
  for (const file of filesOf(places))
    for await (const { place, bytes } of fileLines(dir, file)) {
      if (!holdsPlace(places, place)) continue;
      digest.add(removedBytes(bytes, number));
      lines += 1;
    }
  return { lines, digest: digest.hex() };
};

/**
 * Removes the content of lines: of each only what `removedBytes` says stays. Can be done again after it was interrupted. The
 * caller is the one writer of the log, and has written down before whose word it is.
 * @returns lines whose content was there
 */
export const sweepLines = async (dir: string, number: number, places: readonly Range[]): Promise<number> => {
  let swept = 0;
  for (const file of filesOf(places)) {
    const [lines, before]: [Buffer[], number] = [[], swept];
    for await (const { place, bytes } of fileLines(dir, file)) {
      const goes = holdsPlace(places, place) && !isRemoved(bytes);
      lines.push(goes ? removedBytes(bytes, number) : Buffer.from(bytes));
      if (goes) swept += 1;
    }
    if (swept > before) replace(linesPath(dir, file), lines);
  }
  return swept;
};
