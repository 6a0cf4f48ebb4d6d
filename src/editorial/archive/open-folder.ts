import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isLitter } from './litter.ts';
import type { Delivery, Piece } from './piece.ts';

interface Found {
  readonly path: string;
  readonly isSkipped?: true;
}

async function* filesIn(folder: string): AsyncGenerator<Found> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (isLitter(entry.name)) yield { path, isSkipped: true };
    else if (entry.isDirectory()) yield* filesIn(path);
    // A link leads out of what was handed over
    else if (entry.isFile() || entry.isSymbolicLink()) yield { path };
  }
}

/** All files of a folder and of the folders in it, in the order of their names. Hidden ones are skipped; links are refused. */
export const openFolder = async (folder: string): Promise<Delivery> => {
  const pieces: Piece[] = [];
  const skipped: string[] = [];
  for await (const { path, isSkipped } of filesIn(folder)) {
    const name = relative(folder, path).split(sep).join('/').normalize('NFC');
    if (isSkipped) {
      skipped.push(name);
      continue;
    }
    const found = await lstat(path);
    pieces.push({
      name,
      bytes: found.size,
      open: async () => createReadStream(path),
      ...(found.isSymbolicLink() ? { refused: 'file-is-link' as const } : {}),
    });
  }
  return { pieces, skipped, [Symbol.asyncDispose]: async () => undefined };
};
