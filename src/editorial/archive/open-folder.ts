import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Delivery, Piece } from './piece.ts';

/** What computers leave in folders of pictures. */
const litter = new Set(['thumbs.db', 'desktop.ini']);

export const isLitter = (name: string): boolean => name.startsWith('.') || litter.has(name.toLowerCase());

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (isLitter(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    // A link leads out of what was handed over
    else if (entry.isFile() || entry.isSymbolicLink()) yield path;
  }
}

/** All files of a folder and of the folders in it, in the order of their names. Hidden files are none; links are refused. */
export const openFolder = async (folder: string): Promise<Delivery> => {
  const pieces: Piece[] = [];
  for await (const path of filesIn(folder)) {
    const name = relative(folder, path).split(sep).join('/').normalize('NFC');
    const found = await lstat(path);
    pieces.push({
      name,
      bytes: found.size,
      open: async () => createReadStream(path),
      ...(found.isSymbolicLink() ? { refused: 'file-is-link' as const } : {}),
    });
  }
  return { pieces, [Symbol.asyncDispose]: async () => undefined };
};
