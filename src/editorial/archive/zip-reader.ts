import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import type { Ranged } from '#media/intake/at-rest.ts';

/** Bytes that are read at once: a list of entries is read from one end to the other, some dozen bytes at a time. */
const readAtOnce = 256 * 1024;

interface Held {
  readonly at: number;
  readonly bytes: Buffer;
}

const nothing: Held = { at: 0, bytes: Buffer.alloc(0) };

async function* upTo(pieces: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let left = most;
  for await (const piece of pieces) {
    yield piece.subarray(0, left);
    left -= piece.byteLength;
    if (left <= 0) return;
  }
}

/** Lets yauzl read a ZIP that lies nowhere as it is, e.g. sealed: only what is being read of it is ever in memory. */
export class ZipReader extends RandomAccessReader {
  readonly #content: Ranged;
  #held = nothing;

  constructor(content: Ranged) {
    super();
    this.#content = content;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(upTo(this.#content.from(start), end - start), { objectMode: false });
  }

  override read(into: Buffer, offset: number, length: number, at: number, done: (error: Error | null) => void): void {
    const give = (bytes: Buffer) => {
      bytes.copy(into, offset);
      setImmediate(done, null);
    };
    this.#part(at, length).then(give, (cause: Error) => setImmediate(done, cause));
  }

  async #part(at: number, length: number): Promise<Buffer> {
    const { at: begin, bytes } = this.#held;
    const isHeld = at >= begin && at + length <= begin + bytes.length;
    if (!isHeld) this.#held = { at, bytes: await this.#read(at, Math.max(length, readAtOnce)) };
    const found = this.#held.bytes.subarray(at - this.#held.at, at - this.#held.at + length);
    if (found.length < length) throw new Error('the ZIP ends before it should');
    return found;
  }

  async #read(at: number, most: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of upTo(this.#content.from(at), most)) pieces.push(piece);
    return Buffer.concat(pieces);
  }
}
