import { gapsOf } from './gaps.ts';
import type { Alignable, SegmentRole } from './segment.ts';
import { likeness, pairBag, sharing, type WordBag } from './word-bag.ts';

/** From here on two segments are the same one with other words. */
const least = 0.4;
/** Between the same neighbours, and in the same role, less is enough. */
const bonus = { gap: 0.2, role: 0.05 };
/** A number in a cell changes as a whole; it is known by its place. */
const shortest = 3;

interface Free {
  readonly index: number;
  readonly segment: Alignable;
  readonly bag: WordBag;
  /** Between which pairs it stands. */
  readonly gap: string;
}

type Candidate = readonly [one: number, other: number, score: number];

/** Segments of either side that are left and belong together though their words differ. */
export function likePairs(
  before: readonly Alignable[],
  after: readonly Alignable[],
  pairs: ReadonlyMap<number, number>,
  settled: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> },
): (readonly [number, number])[] {
  if (settled.before.size >= before.length || settled.after.size >= after.length) return [];
  const gaps = gapsOf(before.length, after.length, pairs);
  const free = (segments: readonly Alignable[], names: readonly string[], taken: ReadonlySet<number>): Free[] =>
    segments.flatMap((segment, index) =>
      taken.has(index) ? [] : [{ index, segment, bag: pairBag(segment.content), gap: names[index] ?? '' }],
    );
  const ones = free(before, gaps.before, settled.before);
  const others = free(after, gaps.after, settled.after);
  const alone = sameField(before, after, ones, others);
  const sharedWith = sharing(others.map(({ bag }) => bag));
  const alike = bestFirst([...alone, ...ones.flatMap((one) => candidatesFor(one, others, sharedWith(one.bag)))]);
  return [...alike, ...inPlace(without(ones, alike, 0), without(others, alike, 1))];
}

const without = (free: readonly Free[], pairs: readonly (readonly [number, number])[], side: 0 | 1): Free[] => {
  const taken = new Set(pairs.map((pair) => pair[side]));
  return free.filter(({ index }) => !taken.has(index));
};

const ofOneText: ReadonlySet<SegmentRole> = new Set(['title', 'summary', 'alt', 'caption', 'text']);

/** The title stays the title, whatever it says. */
function sameField(
  before: readonly Alignable[],
  after: readonly Alignable[],
  ones: readonly Free[],
  others: readonly Free[],
): Candidate[] {
  const isAlone = ({ field, role }: Alignable, among: readonly Alignable[]): boolean =>
    ofOneText.has(role) && among.filter((segment) => segment.field === field).length === 1;
  return ones.flatMap(({ index, segment }): Candidate[] => {
    if (!isAlone(segment, before)) return [];
    const other = others.find(({ segment: { field } }) => field === segment.field);
    return other && isAlone(other.segment, after) ? [[index, other.index, 2]] : [];
  });
}

function candidatesFor(one: Free, others: readonly Free[], shared: Uint32Array): Candidate[] {
  const found: Candidate[] = [];
  for (const [at, common] of shared.entries()) {
    const other = others[at];
    if (common === 0 || !other || other.segment.field !== one.segment.field) continue;
    const role = other.segment.role === one.segment.role ? bonus.role : 0;
    const score = likeness(one.bag, other.bag, common) + role + (other.gap === one.gap ? bonus.gap : 0);
    if (score >= least + bonus.role) found.push([one.index, other.index, score]);
  }
  return found;
}

function bestFirst(candidates: Candidate[]): (readonly [number, number])[] {
  const [ones, others] = [new Set<number>(), new Set<number>()];
  return candidates
    .sort((a, b) => b[2] - a[2])
    .flatMap(([one, other]) => {
      if (ones.has(one) || others.has(other)) return [];
      ones.add(one);
      others.add(other);
      return [[one, other] as const];
    });
}

/** Short texts that are left between the same neighbours, as many before as after and in the same roles. */
function inPlace(ones: readonly Free[], others: readonly Free[]): (readonly [number, number])[] {
  const byGap = Map.groupBy(others, ({ gap }) => gap);
  return [...Map.groupBy(ones, ({ gap }) => gap)].flatMap(([gap, before]) => {
    const after = byGap.get(gap) ?? [];
    if (before.length !== after.length) return [];
    const pairs = before.map((one, at) => [one, after[at]] as const);
    return pairs.flatMap(([one, other]) =>
      other && isSamePlace(one, other) ? [[one.index, other.index] as const] : [],
    );
  });
}

const isSamePlace = (one: Free, other: Free): boolean =>
  one.segment.field === other.segment.field &&
  one.segment.role === other.segment.role &&
  one.bag.size <= 2 * shortest - 1 &&
  other.bag.size <= 2 * shortest - 1;
