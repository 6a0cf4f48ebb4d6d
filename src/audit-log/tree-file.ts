import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { type Hash, hashBytes } from './hashes.ts';
import { treePath } from './paths.ts';
import { hashesOfLeaf, placeOf, storedFor } from './stored-hashes.ts';
import type { ReadHash } from './tree.ts';

/** The stored hashes of a log, as they stand on the disk. */
export interface TreeReader extends Disposable {
  /** Leaves of which all hashes are there. */
  readonly size: number;
  readonly read: ReadHash;
  /** Hash of a leaf by its number from 0; null when there is none. */
  leaf(index: number): Hash | null;
}

/** The largest tree whose hashes fit into so many. */
const sizeOf = (hashes: number): number => {
  let size = Math.ceil(hashes / 2);
  while (storedFor(size + 1) <= hashes) size += 1;
  return size;
};

const missing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

const openFile = (dir: string, flags: string): number | null => {
  try {
    return openSync(treePath(dir), flags, 0o640);
  } catch (cause) {
    if (missing(cause)) return null;
    throw cause;
  }
};

/** Hashes that are read together, since most are asked for in their order. */
const pageHashes = 4_096;

const pagedReader = (file: number): ReadHash => {
  let [begin, page] = [-1, Buffer.alloc(0)];
  return (place) => {
    const wanted = Math.floor(place / pageHashes) * pageHashes;
    if (begin !== wanted || (place - begin + 1) * hashBytes > page.length) {
      const bytes = Buffer.alloc(pageHashes * hashBytes);
      page = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, wanted * hashBytes));
      begin = wanted;
    }
    return Buffer.from(page.subarray((place - begin) * hashBytes, (place - begin + 1) * hashBytes));
  };
};

/** Opens the tree of a log for reading; one that is not there has no leaf. */
export const openTreeReader = (dir: string): TreeReader => {
  const file = openFile(dir, 'r');
  const size = file === null ? 0 : sizeOf(Math.floor(fstatSync(file).size / hashBytes));
  const read = file === null ? () => Buffer.alloc(0) : pagedReader(file);
  return {
    size,
    read,
    leaf: (index) => (index < size ? read(placeOf(0, index)) : null),
    [Symbol.dispose]: () => {
      if (file !== null) closeSync(file);
    },
  };
};

/** The stored hashes of a log, to which leaves are added. */
export interface TreeWriter extends Disposable {
  readonly size: number;
  readonly read: ReadHash;
  /** Adds leaves, durably. */
  add(leaves: readonly Hash[]): void;
}

const readAt = (file: number, place: number): Hash => {
  const hash = Buffer.alloc(hashBytes);
  readSync(file, hash, 0, hashBytes, place * hashBytes);
  return hash;
};

const writeAll = (file: number, bytes: Buffer, position: number): void => {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done);
};

/** Opens the tree of a log for writing. What an interrupted write left behind the last whole leaf is cut off. */
export const openTreeWriter = (dir: string): TreeWriter => {
  const file = openFile(dir, 'r+') ?? openSync(treePath(dir), 'w+', 0o640);
  let size = sizeOf(Math.floor(fstatSync(file).size / hashBytes));
  ftruncateSync(file, storedFor(size) * hashBytes);
  const read: ReadHash = (place) => readAt(file, place);
  return {
    get size() {
      return size;
    },
    read,
    add: (leaves) => {
      const start = storedFor(size);
      const fresh: Hash[] = [];
      const known: ReadHash = (place) => (place < start ? read(place) : (fresh[place - start] ?? Buffer.alloc(0)));
      for (const [index, leaf] of leaves.entries()) fresh.push(...hashesOfLeaf(size + index, leaf, known));
      writeAll(file, Buffer.concat(fresh), start * hashBytes);
      fsyncSync(file);
      size += leaves.length;
    },
    [Symbol.dispose]: () => closeSync(file),
  };
};
