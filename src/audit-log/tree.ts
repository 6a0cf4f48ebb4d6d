import { emptyRoot, type Hash, nodeHash } from './hashes.ts';
import { placeOf } from './stored-hashes.ts';

/** Reads a stored hash by its place (`stored-hashes.ts`). */
export type ReadHash = (place: number) => Hash;

/** The largest power of two below `count`, which is at least 2: where RFC 9162 parts a list of leaves. */
const parting = (count: number): number => {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
};

const isPower = (count: number): boolean => count === 1 || parting(count) * 2 === count;

/** Hash over the leaves from `begin` to before `end`, where `begin` is a multiple of the power of two above their number. */
const rangeHash = (begin: number, end: number, read: ReadHash): Hash => {
  const count = end - begin;
  if (isPower(count)) return read(placeOf(Math.log2(count), begin / count));
  const half = parting(count);
  return nodeHash(rangeHash(begin, begin + half, read), rangeHash(begin + half, end, read));
};

/** Root of the tree over the first `size` leaves (RFC 9162, 2.1.1), from some twenty stored hashes for a million leaves. */
export const rootOf = (size: number, read: ReadHash): Hash => (size === 0 ? emptyRoot() : rangeHash(0, size, read));

const pathIn = (index: number, begin: number, end: number, read: ReadHash): Hash[] => {
  if (end - begin === 1) return [];
  const middle = begin + parting(end - begin);
  return index < middle
    ? [...pathIn(index, begin, middle, read), rangeHash(middle, end, read)]
    : [...pathIn(index, middle, end, read), rangeHash(begin, middle, read)];
};

/**
 * Proof that the leaf `index` (from 0) stands in the tree over the first `size` leaves (RFC 9162, 2.1.3.1).
 * @throws RangeError when there is no such leaf
 */
export const inclusionProof = (index: number, size: number, read: ReadHash): Hash[] => {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} among ${size}`);
  return pathIn(index, 0, size, read);
};

const subProof = (old: number, begin: number, end: number, known: boolean, read: ReadHash): Hash[] => {
  const count = end - begin;
  if (old === count) return known ? [] : [rangeHash(begin, end, read)];
  const half = parting(count);
  const middle = begin + half;
  return old <= half
    ? [...subProof(old, begin, middle, known, read), rangeHash(middle, end, read)]
    : [...subProof(old - half, middle, end, false, read), rangeHash(begin, middle, read)];
};

/**
 * Proof that the tree over the first `size` leaves begins with the tree over the first `old` ones (RFC 9162, 2.1.4.1).
 * Empty where one of them is empty or both are the same.
 * @throws RangeError when `old` is larger than `size`
 */
export const consistencyProof = (old: number, size: number, read: ReadHash): Hash[] => {
  if (!(old >= 0 && old <= size)) throw new RangeError(`no ${old} leaves among ${size}`);
  return old === 0 ? [] : subProof(old, 0, size, true, read);
};
