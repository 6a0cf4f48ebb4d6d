import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes a rename in this folder survive a power cut. Windows cannot open a folder and needs no such call. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Told what a durable write has just done, so that a test can stop the program between any two steps. */
export type OnStep = (step: string) => void | Promise<void>;

/**
 * Writes a file so that at any moment the old bytes or the new ones stand there, never a part: temporary file in
 * `<root>/tmp`, fsync, rename, fsync of the folder.
 */
export const writeDurably = async (root: string, path: string, bytes: Uint8Array, onStep: OnStep): Promise<void> => {
  const temporary = join(root, 'tmp', randomUUID());
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  const handle = await open(temporary, 'wx', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await onStep(`${path}: written`);
  await rename(temporary, target);
  await onStep(`${path}: renamed`);
  await syncFolder(dirname(target));
  await onStep(`${path}: durable`);
};
