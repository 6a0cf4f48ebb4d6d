import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Algorithm, nodeName } from './algorithms.ts';

/** Checksums in lower-case hex. */
export type Digests = Readonly<Partial<Record<Algorithm, string>>>;

export interface Hashing {
  add(chunk: Uint8Array): void;
  end(): Digests;
}

/** Several checksums of the same bytes, which go by once. */
export const openHashing = (algorithms: readonly Algorithm[]): Hashing => {
  const hashes = algorithms.map((algorithm) => [algorithm, createHash(nodeName(algorithm))] as const);
  return {
    add: (chunk) => {
      for (const [, hash] of hashes) hash.update(chunk);
    },
    end: () => Object.fromEntries(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')])),
  };
};

const piece = 256 * 1024;

/** Reads a file once. @throws what reading throws, and what `signal` aborts with */
export const hashFile = async (
  path: string,
  algorithms: readonly Algorithm[],
  onBytes: (bytes: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<{ readonly digests: Digests; readonly bytes: number }> => {
  const hashing = openHashing(algorithms);
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: piece })) {
    signal?.throwIfAborted();
    hashing.add(chunk);
    bytes += chunk.length;
    onBytes(chunk.length);
  }
  return { digests: hashing.end(), bytes };
};
