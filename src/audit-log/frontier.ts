import { emptyRoot, type Hash, nodeHash } from './hashes.ts';

/** A tree of which only the hashes are kept that a further leaf may need: one for each bit of its size. */
export interface Frontier {
  readonly size: number;
  add(leaf: Hash): void;
  root(): Hash;
}

/** An empty tree that grows in the memory of some twenty hashes. Gives the roots of `tree.ts`. */
export const openFrontier = (): Frontier => {
  const whole: { level: number; hash: Hash }[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add: (leaf) => {
      let [level, hash] = [0, leaf];
      while (whole.at(-1)?.level === level) {
        hash = nodeHash(whole.pop()?.hash ?? leaf, hash);
        level += 1;
      }
      whole.push({ level, hash });
      size += 1;
    },
    root: () => whole.map(({ hash }) => hash).reduceRight<Hash | null>(joined, null) ?? emptyRoot(),
  };
};

const joined = (right: Hash | null, left: Hash): Hash => (right === null ? left : nodeHash(left, right));
