import { createSecretKey } from 'node:crypto';
import { gcmOpen, gcmSealParts, sizes } from './gcm.ts';

/** Plain bytes of every chunk but the last. */
export const chunkSize = 65_536;

/** Chunks that are written or read at once: many small turns of the disk cost more than what is moved. */
export const chunksAtOnce = 16;

/** Bytes of them, so that each chunk lies whole in what is read. */
export const readAtOnce = chunksAtOnce * (chunkSize + sizes.tag);

export interface ChunkKey {
  /** Of this content alone: the nonces are numbers, so that a key that seals two contents would use one twice. */
  readonly key: Uint8Array;
  readonly bound: Uint8Array;
}

/**
 * Seals content chunk by chunk (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): the nonce of each
 * is its number and whether it is the last, which binds order, number and end. Empty content is one empty chunk.
 */
export async function* sealChunks(of: ChunkKey, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const parts of sealedParts(of, plain)) yield Buffer.concat(parts);
}

/** What `sealChunks` makes, each chunk as what is encrypted and its tag: for whoever writes them without copying them. */
export async function* sealedParts(of: ChunkKey, plain: AsyncIterable<Uint8Array>) {
  const key = createSecretKey(of.key);
  let number = 0;
  for await (const { bytes, isLast } of inPieces(plain, chunkSize)) {
    yield gcmSealParts({ bound: of.bound, key, nonce: nonceOf(number, isLast) }, bytes);
    number += 1;
  }
}

/**
 * Opens what `sealChunks` made, giving only bytes that are proved; the end is proved only when it has come.
 * @param onDamaged makes the failure for a chunk that was changed, moved, left out or put behind the end
 * @param first number of the chunk with which `sealed` begins
 */
export async function* openChunks(
  of: ChunkKey,
  sealed: AsyncIterable<Uint8Array>,
  onDamaged: () => Error,
  first = 0,
): AsyncGenerator<Buffer> {
  // A key that is made ready anew for each chunk costs as much as the chunk
  const key = createSecretKey(of.key);
  let number = first;
  for await (const { bytes, isLast } of inPieces(sealed, chunkSize + sizes.tag)) {
    const plain = gcmOpen({ bound: of.bound, key, nonce: nonceOf(number, isLast) }, bytes);
    if (plain === null) throw onDamaged();
    yield plain;
    number += 1;
  }
}

/** As `openChunks`, of what is in memory whole: opened in its own place, chunk by chunk, and nothing is given before all of it is proved. */
export function openInPlace(of: ChunkKey, sealed: Buffer, onDamaged: () => Error): Buffer {
  const key = createSecretKey(of.key);
  const size = chunkSize + sizes.tag;
  const last = Math.max(1, Math.ceil(sealed.length / size)) - 1;
  let length = 0;
  for (let number = 0; number <= last; number += 1) {
    const piece = sealed.subarray(number * size, (number + 1) * size);
    const plain = gcmOpen({ bound: of.bound, key, nonce: nonceOf(number, number === last) }, piece);
    if (plain === null) throw onDamaged();
    length += plain.copy(sealed, length);
  }
  return sealed.subarray(0, length);
}

/** Where one finds a byte of the content: the number of its chunk, where that begins among the sealed bytes, and how far in it is. */
export const chunkAt = (at: number): { readonly number: number; readonly start: number; readonly within: number } => {
  const number = Math.floor(at / chunkSize);
  return { number, start: number * (chunkSize + sizes.tag), within: at - number * chunkSize };
};

/** Bytes of the content of so many sealed ones; 0 where there are fewer than any sealing makes. */
export const plainLength = (sealed: number): number =>
  Math.max(0, sealed - Math.max(1, Math.ceil(sealed / (chunkSize + sizes.tag))) * sizes.tag);

const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(sizes.nonce);
  nonce.writeUIntBE(number, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, sizes.nonce - 1);
  return nonce;
};

/** Pieces of one size, the last of what remains; at least one. Only one that comes in parts is copied. */
async function* inPieces(input: AsyncIterable<Uint8Array>, size: number) {
  let held: Buffer[] = [];
  let length = 0;
  for await (const bytes of input) {
    let rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // A piece that is full waits until more comes: it may be the last
    while (length + rest.length > size) {
      const head = rest.subarray(0, size - length);
      yield { bytes: joined([...held, head]), isLast: false };
      rest = rest.subarray(head.length);
      held = [];
      length = 0;
    }
    held.push(rest);
    length += rest.length;
  }
  yield { bytes: joined(held), isLast: true };
}

const joined = (parts: readonly Buffer[]): Buffer => {
  const [only, ...others] = parts.filter(({ length }) => length > 0);
  return only !== undefined && others.length === 0 ? only : Buffer.concat(parts);
};
