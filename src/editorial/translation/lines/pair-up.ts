import { alignSegments } from '#translation/segments/align.ts';
import { alignLanguages } from '#translation/segments/align-languages.ts';
import type { Segment } from '#translation/segments/segment.ts';
import type { Unit } from '../ledger/unit.ts';
import { type Line, named, type Unnamed } from './line.ts';

type Remembered = { readonly unit: Unit; readonly content: Unit['source'] };

/** Which units are which of some segments, by one side of what they remember: index of the segment by id of the unit. */
const findUnits = (remembered: readonly Remembered[], segments: readonly Segment[]): Map<string, number> => {
  const known = remembered.flatMap(({ unit, content }) =>
    content === null ? [] : [{ id: unit.id, field: unit.field, role: unit.role, content }],
  );
  const { pairs } = alignSegments(known, segments);
  return new Map(pairs.flatMap(({ before, after }) => (known[before] ? [[known[before].id, after] as const] : [])));
};

/**
 * Puts source, text and memory side by side. What is remembered is found again on both sides by its words. Whatever is left of
 * source and text is paired by its place: the same field, the same role, in the same order.
 *
 * @returns in the order of the source; a text against nothing stands behind the text before it
 */
export const pairUp = (
  source: readonly Segment[],
  target: readonly Segment[],
  units: readonly Unit[],
): readonly Line[] => {
  const inSource = findUnits(
    units.map((unit) => ({ unit, content: unit.seen ?? unit.source })),
    source,
  );
  const inTarget = findUnits(
    units.map((unit) => ({ unit, content: unit.target })),
    target,
  );
  const pairs = new Map<number, number>();
  const unitAt = new Map<number, Unit>();
  const unitOfText = new Map<number, Unit>();
  for (const unit of units) {
    const [s, t] = [inSource.get(unit.id), inTarget.get(unit.id)];
    if (s !== undefined) unitAt.set(s, unit);
    else if (t !== undefined) unitOfText.set(t, unit);
    if (s !== undefined && t !== undefined) pairs.set(s, t);
  }
  const alone = new Set(
    units.filter(({ apart }) => apart?.kind === 'left-out').flatMap(({ id }) => inSource.get(id) ?? []),
  );
  const taken = new Set([...pairs.values(), ...unitOfText.keys()]);
  for (const [s, t] of pairByPlace(source, target, pairs, { alone, taken })) pairs.set(s, t);
  return inOrder(source, target, pairs, unitAt, unitOfText);
};

const inOrder = (
  source: readonly Segment[],
  target: readonly Segment[],
  pairs: ReadonlyMap<number, number>,
  unitAt: ReadonlyMap<number, Unit>,
  unitOfText: ReadonlyMap<number, Unit>,
): readonly Line[] => {
  const sourceOfText = new Map([...pairs].map(([s, t]) => [t, s]));
  const behind = new Map<number, number[]>();
  let last = -1;
  target.forEach((_, t) => {
    const s = sourceOfText.get(t);
    if (s === undefined) behind.set(last, [...(behind.get(last) ?? []), t]);
    else last = s;
  });
  const texts = (after: number): Unnamed[] =>
    (behind.get(after) ?? []).map((t) => ({
      unit: unitOfText.get(t) ?? null,
      source: null,
      target: target[t] ?? null,
    }));
  const lines = source.flatMap((segment, s) => {
    const t = pairs.get(s);
    const line = { unit: unitAt.get(s) ?? null, source: segment, target: t === undefined ? null : (target[t] ?? null) };
    return [line, ...texts(s)];
  });
  return named([...texts(-1), ...lines]);
};

interface Barred {
  readonly alone: ReadonlySet<number>;
  readonly taken: ReadonlySet<number>;
}

/**
 * Pairs what is left: first what stands between the same neighbours on both sides, then the rest.
 * @returns pairs of indexes
 */
function pairByPlace(
  source: readonly Segment[],
  target: readonly Segment[],
  pairs: ReadonlyMap<number, number>,
  { alone, taken }: Barred,
): [number, number][] {
  const left = [...source.keys()].filter((s) => !pairs.has(s) && !alone.has(s));
  const right = [...target.keys()].filter((t) => !taken.has(t));
  const gapsOfTarget = Map.groupBy(right, (t) => lastBefore(t, (at) => taken.has(at)));
  const gapsOfSource = Map.groupBy(left, (s) => {
    const anchor = lastBefore(s, (at) => pairs.has(at));
    return anchor < 0 ? -1 : (pairs.get(anchor) ?? -1);
  });
  const within = [...gapsOfSource].flatMap(([gap, ones]) => aligned(source, target, ones, gapsOfTarget.get(gap) ?? []));
  const [done, met] = [new Set(within.map(([s]) => s)), new Set(within.map(([, t]) => t))];
  const rest = aligned(
    source,
    target,
    left.filter((s) => !done.has(s)),
    right.filter((t) => !met.has(t)),
  );
  return [...within, ...rest];
}

/** The nearest place before one of which something is true; -1: there is none. */
const lastBefore = (place: number, is: (place: number) => boolean): number => {
  for (let at = place - 1; at >= 0; at -= 1) if (is(at)) return at;
  return -1;
};

/** Far more cells than any document has; beyond them nothing is guessed. */
const mostCells = 1_000_000;

const aligned = (
  source: readonly Segment[],
  target: readonly Segment[],
  ones: readonly number[],
  others: readonly number[],
): [number, number][] => {
  if (ones.length === 0 || others.length === 0 || ones.length * others.length > mostCells) return [];
  const at = (segments: readonly Segment[], places: readonly number[]) =>
    places.flatMap((place) => segments[place] ?? []);
  return alignLanguages(at(source, ones), at(target, others)).flatMap(([one, other]): [number, number][] => {
    const [s, t] = [ones[one], others[other]];
    return s === undefined || t === undefined ? [] : [[s, t]];
  });
};
