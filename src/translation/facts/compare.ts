import { saidByThemselves } from './by-themselves.ts';
import type { Fact, FactKind } from './fact.ts';
import { likeness } from './likeness.ts';

/** Where the facts of two texts part. Facts that are not certain help others to agree, and are in none of these. */
export interface Difference {
  /** A fact of the source, and what the target says instead. */
  readonly other: readonly { readonly source: Fact; readonly target: Fact }[];
  readonly lost: readonly Fact[];
  readonly added: readonly Fact[];
}

interface Pair {
  readonly source: Fact;
  readonly target: Fact;
  readonly likeness: number;
  /** How far the two are from each other in the order of their texts. */
  readonly apart: number;
}

const pairsOf = (source: readonly Fact[], target: readonly Fact[]): Pair[] =>
  source.flatMap((one, at) =>
    target.flatMap((other, place) => {
      const alike = likeness(one, other);
      if (alike === 0) return [];
      const apart = Math.abs(at / source.length - place / target.length);
      return [{ source: one, target: other, likeness: alike, apart }];
    }),
  );

/** The best pairs first, each fact in one of them. */
const matched = (pairs: readonly Pair[]): Pair[] => {
  const taken = new Set<Fact>();
  return [...pairs]
    .sort((a, b) => b.likeness - a.likeness || a.apart - b.apart)
    .filter(({ source, target }) => {
      if (taken.has(source) || taken.has(target)) return false;
      taken.add(source).add(target);
      return true;
    });
};

const families: Record<FactKind, string> = {
  number: 'number',
  percent: 'number',
  amount: 'number',
  quantity: 'number',
  date: 'date',
  time: 'time',
  phone: 'phone',
  document: 'document',
  web: 'web',
  mail: 'mail',
};

const isWeekday = ({ value }: Fact): boolean => value.startsWith('w');
const contradicts = (one: Fact, other: Fact): boolean =>
  families[one.kind] === families[other.kind] && isWeekday(one) === isWeekday(other);

/** Units that stand in the texts without a number (`bareUnits`). */
export interface BareUnits {
  readonly source: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
}

const noUnits: BareUnits = { source: new Set(), target: new Set() };

const compareFew = (source: readonly Fact[], target: readonly Fact[], bare: BareUnits): Difference => {
  const pairs = pairsOf(source, target);
  const found = matched(pairs);
  const done = new Set(found.flatMap((pair) => [pair.source, pair.target]));
  const alone = new Set([...saidByThemselves(source, bare.target), ...saidByThemselves(target, bare.source)]);
  const isSaidAgain = (one: Fact) =>
    !alone.has(one) && pairs.some((pair) => pair.source === one || pair.target === one);
  const left = (facts: readonly Fact[]) => facts.filter((one) => one.certain && !done.has(one));
  const free = left(target).filter((one) => !isSaidAgain(one));
  const other: { source: Fact; target: Fact }[] = [];
  const lost: Fact[] = [];
  for (const one of left(source)) {
    const at = free.findIndex((place) => contradicts(one, place));
    const [instead] = at === -1 ? [] : free.splice(at, 1);
    if (instead) other.push({ source: one, target: instead });
    else if (!isSaidAgain(one)) lost.push(one);
  }
  return { other, lost, added: free };
};

/** Facts of a side that are compared each with each; a segment has a few. */
const few = 200;

/** Without the facts whose value the other side has too, one for one: what is left of a long table or list. */
const withoutEqual = (facts: readonly Fact[], others: readonly Fact[]): Fact[] => {
  const counts = new Map<string, number>();
  for (const { value } of others) counts.set(value, (counts.get(value) ?? 0) + 1);
  return facts.filter(({ value }) => {
    const count = counts.get(value) ?? 0;
    counts.set(value, count - 1);
    return count <= 0;
  });
};

/**
 * Compares the facts of a segment in two languages. A fact that is said twice on one side and once on the other is no
 * difference; nor is a date that says more, 10 miles as 16 km, or a number whose unit only one language names. But both numbers of a
 * score are said (2-2), and so is a quantity beside its conversion where its unit is left alone.
 * Of sides with hundreds of facts, those that differ are compared up to the first hundreds.
 */
export const compareFacts = (
  source: readonly Fact[],
  target: readonly Fact[],
  bare: BareUnits = noUnits,
): Difference => {
  if (source.length <= few && target.length <= few) return compareFew(source, target, bare);
  return compareFew(withoutEqual(source, target).slice(0, few), withoutEqual(target, source).slice(0, few), bare);
};
