import { type Hash, nodeHash } from './hashes.ts';

/**
 * The hashes of all whole subtrees lie one after another, in the order in which they become whole: a leaf, then every
 * node that it completes. So nothing that was written ever changes, and each has a place that can be computed.
 */

const bitsOf = (value: number): number => {
  let bits = 0;
  for (let rest = value; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
};

/** How many hashes are stored for a tree of `size` leaves. Below 2^52 leaves. */
export const storedFor = (size: number): number => 2 * size - bitsOf(size);

/**
 * Place of the hash of a whole subtree among the stored ones.
 * @param level 0 for a leaf; a subtree of level h has 2^h leaves
 * @param index number of the subtree among those of its level, from 0
 */
export const placeOf = (level: number, index: number): number => {
  const last = (index + 1) * 2 ** level - 1;
  return storedFor(last) + level;
};

/**
 * What a further leaf adds to the stored hashes.
 * @param index number of the leaf, from 0
 * @param read a stored hash by its place
 */
export const hashesOfLeaf = (index: number, leaf: Hash, read: (place: number) => Hash): Hash[] => {
  const added = [leaf];
  let hash = leaf;
  let [level, rest] = [0, index];
  while (rest % 2 === 1) {
    hash = nodeHash(read(placeOf(level, rest - 1)), hash);
    added.push(hash);
    level += 1;
    rest = (rest - 1) / 2;
  }
  return added;
};
