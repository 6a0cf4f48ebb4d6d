import { gcmOpen, gcmSeal, sizes } from './gcm.ts';

/** Plain bytes of every chunk but the last. */
export const chunkSize = 65_536;

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
  let number = 0;
  for await (const { bytes, isLast } of inPieces(plain, chunkSize)) {
    yield gcmSeal({ ...of, nonce: nonceOf(number, isLast) }, bytes);
    number += 1;
  }
}

/**
 * Opens what `sealChunks` made, giving only bytes that are proved; the end is proved only when it has come.
 * @param onDamaged makes the failure for a chunk that was changed, moved, left out or put behind the end
 */
export async function* openChunks(
  of: ChunkKey,
  sealed: AsyncIterable<Uint8Array>,
  onDamaged: () => Error,
): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, isLast } of inPieces(sealed, chunkSize + sizes.tag)) {
    const plain = gcmOpen({ ...of, nonce: nonceOf(number, isLast) }, bytes);
    if (plain === null) throw onDamaged();
    yield plain;
    number += 1;
  }
}

/** Bytes of the content of so many sealed ones; 0 where there are fewer than any sealing makes. */
export const plainLength = (sealed: number): number =>
  Math.max(0, sealed - Math.max(1, Math.ceil(sealed / (chunkSize + sizes.tag))) * sizes.tag);

const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(sizes.nonce);
  nonce.writeUIntBE(number, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, sizes.nonce - 1);
  return nonce;
};

/** Pieces of one size, the last of what remains; at least one. */
async function* inPieces(input: AsyncIterable<Uint8Array>, size: number) {
  let held: Buffer[] = [];
  let length = 0;
  for await (const bytes of input) {
    held.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    length += bytes.length;
    if (length <= size) continue;
    let whole = Buffer.concat(held, length);
    while (whole.length > size) {
      yield { bytes: whole.subarray(0, size), isLast: false };
      whole = whole.subarray(size);
    }
    held = [whole];
    length = whole.length;
  }
  yield { bytes: Buffer.concat(held, length), isLast: true };
}
