import { createHash } from 'node:crypto';
import type { Range } from './ranges.ts';

/** What a signed record says was removed from a log. */
export interface KnownRemoval {
  readonly number: number;
  /** SHA-256 in hex of what is signed: the log has it in an entry of its own. */
  readonly record: string;
  /** How many lines, and their numbers: in order, none twice. */
  readonly lines: number;
  readonly places: readonly Range[];
  /** `removalDigest` of what stays of them. */
  readonly digest: string;
}

/** SHA-256 over what stays of lines, each with a line end, in their order. */
export const removalDigest = () => {
  const hash = createHash('sha256');
  return { add: (bytes: Uint8Array) => void hash.update(bytes).update('\n'), hex: () => hash.digest('hex') };
};

/** Whether a line is among those that were removed, for lines that are asked about in any order. */
export const holdsPlace = (places: readonly Range[], place: number): boolean => {
  let [low, high] = [0, places.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = places[middle] ?? [0, 0];
    if (place < from) high = middle - 1;
    else if (place > to) low = middle + 1;
    else return true;
  }
  return false;
};
