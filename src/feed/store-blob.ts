import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { sha256Of } from './canonical.ts';
import { type OnStep, writeDurably } from './durable.ts';
import { limits } from './limits.ts';
import { blobPath } from './paths.ts';

/**
 * Stores bytes under their hash. A blob that is there already is made young again (so that a collection of orphans
 * spares it) and written anew when its bytes have rotted.
 *
 * @throws Failure `feed-too-large` beyond 64 MiB.
 */
export const storeBlob = async (root: string, bytes: Uint8Array, onStep: OnStep): Promise<string> => {
  if (bytes.length > limits.blob) {
    throw new Failure('feed-too-large', { file: 'blob', bytes: bytes.length, max: limits.blob });
  }
  const name = sha256Of(bytes);
  const file = join(root, blobPath(name));
  const present = await readFile(file).catch(() => null);
  if (present !== null && sha256Of(present) === name) {
    const now = new Date();
    await utimes(file, now, now);
  } else {
    await writeDurably(root, blobPath(name), bytes, onStep);
  }
  return name;
};
