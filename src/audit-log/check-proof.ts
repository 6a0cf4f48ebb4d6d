import { type Hash, nodeHash } from './hashes.ts';

const same = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && Buffer.compare(one, other) === 0;

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** What is shown to stand in a tree: a leaf, its number from 0, and the tree's size and root. */
export interface Inclusion {
  readonly leaf: Hash;
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether a proof shows that the leaf stands in the tree (RFC 9162, 2.1.3.2). */
export const isIncluded = ({ leaf, index, size, root, proof }: Inclusion): boolean => {
  if (!(index >= 0 && index < size)) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const step of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(step, hash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else hash = nodeHash(hash, step);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && same(hash, root);
};

/** A tree by its number of leaves and its root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** Whether a proof shows that the later tree begins with the earlier one (RFC 9162, 2.1.4.2). */
export const isContinued = (earlier: TreeHead, later: TreeHead, proof: readonly Hash[]): boolean => {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && same(earlier.root, later.root);
  if (earlier.size === 0) return proof.length === 0;
  return folded(earlier, later, proof);
};

const isPower = (value: number): boolean => Number.isInteger(Math.log2(value));

const folded = (earlier: TreeHead, later: TreeHead, proof: readonly Hash[]): boolean => {
  const [first, ...rest] = isPower(earlier.size) ? [earlier.root, ...proof] : proof;
  if (first === undefined || rest.length === 0) return false;
  let [fn, sn] = [earlier.size - 1, later.size - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [old, now] = [first, first];
  for (const step of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      [old, now] = [nodeHash(step, old), nodeHash(step, now)];
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else now = nodeHash(now, step);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && same(old, earlier.root) && same(now, later.root);
};
