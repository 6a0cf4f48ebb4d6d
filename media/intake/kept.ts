import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { AtRest, Content } from './at-rest.ts';

/** Opens a file of a store, sealed or not. @throws what the system says of one that is missing; what `atRest` throws */
export const openKept = async (path: string, atRest: AtRest | undefined): Promise<Content> => {
  if (atRest) return atRest.open(path);
  return { bytes: (await stat(path)).size, body: { [Symbol.asyncIterator]: () => readFrom(path) } };
};

/** Opened only when somebody reads it: a stream of a missing file fails where nobody listens yet. */
async function* readFrom(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
}

export async function wholeOf({ body }: Pick<Content, 'body'>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Content that is hashed as it goes by. */
export const hashed = (input: AsyncIterable<Uint8Array>) => {
  const hash = createHash('sha256');
  const pass = async function* () {
    for await (const piece of input) {
      hash.update(piece);
      yield piece;
    }
  };
  return { body: pass(), sha256: () => hash.digest('hex') };
};
