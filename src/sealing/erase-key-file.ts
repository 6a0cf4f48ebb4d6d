import { randomBytes } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import type { SealedLevel } from './identity.ts';
import { keyPath } from './key-folder.ts';

/** Writes bytes from the beginning of a file, on the disk when the promise is fulfilled. */
export async function writeDurably(path: string, how: 'w' | 'r+', bytes: Buffer): Promise<void> {
  const file = await open(path, how, 0o600);
  try {
    await file.write(bytes, 0, bytes.length, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes what was put into a folder, or taken out of it, survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Writes over the file of a key and takes it away. */
export async function eraseKeyFile(dir: string, level: SealedLevel, generation: number): Promise<void> {
  const path = keyPath(dir, level, generation, 'key');
  await writeDurably(path, 'r+', randomBytes((await stat(path)).size));
  await rm(path);
  await syncFolder(dir);
}
