import { fingerprintOf } from '../drift/fingerprint.ts';
import { commonOrder } from './common-order.ts';
import { likePairs } from './like-pairs.ts';
import type { Alignable } from './segment.ts';
import { findSplits, type Split } from './splits.ts';

export interface Pair {
  /** Index into `before`. */
  readonly before: number;
  /** Index into `after`. */
  readonly after: number;
  readonly words: 'same' | 'changed';
  /** It stands elsewhere among the others than before. */
  readonly moved: boolean;
}

/** Which segments are the same ones. Each index of either side is in exactly one of pairs and inserted or deleted. */
export interface Alignment {
  /** In the order of `after`. */
  readonly pairs: readonly Pair[];
  /** Indexes into `after`. */
  readonly inserted: readonly number[];
  /** Indexes into `before`. */
  readonly deleted: readonly number[];
  /** Segments that became several. The one that says most is also paired, the others are also inserted. */
  readonly split: readonly { readonly before: number; readonly after: readonly number[] }[];
  /** Segments that became one. The one that says most is also paired, the others are also deleted. */
  readonly joined: readonly { readonly before: readonly number[]; readonly after: number }[];
}

/**
 * Which segments of a text are which of an earlier state of it, in the same language: those with the same words first, in
 * their order and then wherever they stand; then those that were split or joined; then those whose words are alike.
 * Decision 0028 says why nothing is stored in the text for this.
 */
export function alignSegments(before: readonly Alignable[], after: readonly Alignable[]): Alignment {
  const pairs = samePairs(before, after);
  const settled = { before: new Set(pairs.keys()), after: new Set(pairs.values()) };
  const splits = findSplits(before, after, { wholes: settled.before, parts: settled.after });
  for (const { whole, parts, best } of splits) {
    pairs.set(whole, best);
    settled.before.add(whole);
    for (const part of parts) settled.after.add(part);
  }
  const joins = findSplits(after, before, { wholes: settled.after, parts: settled.before });
  for (const { whole, parts, best } of joins) {
    pairs.set(best, whole);
    settled.after.add(whole);
    for (const part of parts) settled.before.add(part);
  }
  for (const [one, other] of likePairs(before, after, pairs, settled)) pairs.set(one, other);
  return told(before, after, pairs, splits, joins);
}

const keysOf = (segments: readonly Alignable[], withRole: boolean): string[] =>
  segments.map(({ field, role, content }) => `${field}|${withRole ? role : ''}|${fingerprintOf(content)}`);

/** Segments with the same words: in the order that both sides share, then those that moved, then those of another role. */
function samePairs(before: readonly Alignable[], after: readonly Alignable[]): Map<number, number> {
  const [keys, others] = [keysOf(before, true), keysOf(after, true)];
  const pairs = new Map<number, number>(commonOrder(keys, others));
  pairLeft(keys, others, pairs);
  pairLeft(keysOf(before, false), keysOf(after, false), pairs);
  return pairs;
}

function pairLeft(keys: readonly string[], others: readonly string[], pairs: Map<number, number>): void {
  const taken = new Set(pairs.values());
  const free = new Map<string, number[]>();
  others.forEach((key, index) => {
    if (!taken.has(index)) free.set(key, [...(free.get(key) ?? []), index]);
  });
  keys.forEach((key, index) => {
    const found = pairs.has(index) ? undefined : free.get(key)?.shift();
    if (found !== undefined) pairs.set(index, found);
  });
}

function told(
  before: readonly Alignable[],
  after: readonly Alignable[],
  pairs: ReadonlyMap<number, number>,
  splits: readonly Split[],
  joins: readonly Split[],
): Alignment {
  const sorted = [...pairs].sort((a, b) => a[1] - b[1]);
  const inPlace = new Set(risingOf(sorted.map(([one]) => one)));
  const taken = new Set(pairs.values());
  return {
    pairs: sorted.map(([one, other]) => ({
      before: one,
      after: other,
      words: sameWords(before[one], after[other]) ? 'same' : 'changed',
      moved: !inPlace.has(one),
    })),
    inserted: [...after.keys()].filter((index) => !taken.has(index)),
    deleted: [...before.keys()].filter((index) => !pairs.has(index)),
    split: splits.map(({ whole, parts }) => ({ before: whole, after: parts })),
    joined: joins.map(({ whole, parts }) => ({ before: parts, after: whole })),
  };
}

const sameWords = (a: Alignable | undefined, b: Alignable | undefined): boolean =>
  a !== undefined && b !== undefined && fingerprintOf(a.content) === fingerprintOf(b.content);

/** The longest run of numbers that rise: what stands in order, so that as little as possible is said to have moved. */
function risingOf(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  });
  const rising: number[] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) rising.push(numbers[index] ?? 0);
  return rising;
}
