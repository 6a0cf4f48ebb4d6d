import { sizes } from './gcm.ts';
import { type SealedLevel, sealedLevels } from './identity.ts';
import type { WrappedKey } from './level-keys.ts';

/**
 * A sealed file begins with a header of 156 bytes: mark and version of the format, number of the level, and two places for
 * the wrapped data key. A key is wrapped anew into the place that is free before the other is emptied, so that a power cut
 * between the two leaves a file that opens, and content is never written again.
 */
const mark = Buffer.from('BTSEAL\u0000\u0001', 'latin1');
const placesAt = 12;
const wrappedSize = sizes.key + sizes.tag;
const placeSize = 4 + 4 + sizes.nonce + wrappedSize;
/** First word of a place that holds a key. */
const taken = 0x0100_0000;
export const headerSize = placesAt + 2 * placeSize;

export interface Header {
  readonly level: SealedLevel;
  /** By their places; null where one is free. */
  readonly keys: readonly [WrappedKey | null, WrappedKey | null];
}

/** Where a place for a key begins in the file. */
export const placeAt = (place: 0 | 1): number => placesAt + place * placeSize;

export function writeHeader({ level, keys }: Header): Buffer {
  const start = Buffer.alloc(placesAt);
  mark.copy(start);
  start.writeUInt8(sealedLevels.indexOf(level), mark.length);
  return Buffer.concat([start, writePlace(keys[0]), writePlace(keys[1])]);
}

/** Bytes of one place: whether it is taken, generation, nonce, wrapped key; zeros where it is free. */
export function writePlace(key: WrappedKey | null): Buffer {
  if (key === null) return Buffer.alloc(placeSize);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(taken, 0);
  numbers.writeUInt32BE(key.generation, 4);
  return Buffer.concat([numbers, key.nonce, key.wrapped]);
}

/** @returns null where the bytes are no header of this version */
export function readHeader(bytes: Buffer): Header | null {
  if (bytes.length !== headerSize || !bytes.subarray(0, mark.length).equals(mark)) return null;
  const level = sealedLevels[bytes.readUInt8(mark.length)];
  if (level === undefined || !bytes.subarray(mark.length + 1, placesAt).every((byte) => byte === 0)) return null;
  const keys = [readPlace(bytes, 0), readPlace(bytes, 1)] as const;
  return keys[0] === null && keys[1] === null ? null : { level, keys };
}

/** @returns null for a free place, and for one that a power cut left half written: the other one holds the key */
function readPlace(header: Buffer, place: 0 | 1): WrappedKey | null {
  const bytes = header.subarray(placeAt(place), placeAt(place) + placeSize);
  const generation = bytes.readUInt32BE(4);
  if (bytes.readUInt32BE(0) !== taken || generation === 0) return null;
  const nonce = Buffer.from(bytes.subarray(8, 8 + sizes.nonce));
  return { generation, nonce, wrapped: Buffer.from(bytes.subarray(8 + sizes.nonce)) };
}
