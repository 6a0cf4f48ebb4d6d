import type { ByteSource } from './byte-source.ts';

/** Chunks of a PNG, the data of a picture in small pieces among them. */
const mostChunks = 1_000_000;

/**
 * Whether a PNG goes on to its last chunk (PNG 3rd edition, 5.6): its decoder is content with less. What lies behind it is
 * no matter.
 */
export function isPngWhole({ size, read }: ByteSource): boolean {
  let at = 8;
  for (let count = 0; count < mostChunks && at + 12 <= size; count += 1) {
    const head = read(at, 8);
    if (head.toString('latin1', 4, 8) === 'IEND') return true;
    at += 12 + head.readUInt32BE(0);
  }
  return false;
}
