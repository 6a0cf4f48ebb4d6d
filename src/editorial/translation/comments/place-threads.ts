import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import { alignSegments } from '#translation/segments/align.ts';
import type { Unit } from '../ledger/unit.ts';
import type { Line } from '../lines/line.ts';
import type { Anchor } from './comment.ts';

/** What is looked for, by a name that the caller gives it. */
export interface Anchored {
  readonly id: string;
  readonly anchor: Anchor;
}

type Sought = readonly Anchored[];

/** Every source that somebody has ever worked on a unit with, by its words. */
const printsOf = ({ source, seen, acts }: Unit): string[] => [
  ...[source, seen].filter((one) => one !== null).map(fingerprintOf),
  ...acts.map(({ fingerprint }) => fingerprint).filter((print) => print !== ''),
];

/** By the unit that it was about, by its words as they are, or as any unit remembers them. */
const byMemory = (lines: readonly Line[], { anchor }: Anchored): string | null => {
  const ofUnit = lines.find(({ unit }) => unit !== null && unit.id === anchor.unit);
  if (ofUnit) return ofUnit.key;
  const alike = lines.find(({ alias }) => alias === anchor.alias);
  if (alike) return alike.key;
  if (anchor.side === 'target') return null;
  const print = fingerprintOf(anchor.content);
  return lines.find(({ unit }) => unit !== null && printsOf(unit).includes(print))?.key ?? null;
};

const kindOf = ({ anchor }: Anchored): string =>
  JSON.stringify([anchor.field, anchor.role, fingerprintOf(anchor.content)]);

/** What is like what it was, as the ledger finds its own units again. Conversations about the same passage stay together. */
const byLikeness = (lines: readonly Line[], sought: Sought, side: Anchor['side']): Map<string, string> => {
  const groups = [
    ...Map.groupBy(
      sought.filter(({ anchor }) => anchor.side === side),
      kindOf,
    ).values(),
  ];
  const segments = lines.flatMap((line) => {
    const segment = line[side];
    return segment === null ? [] : [{ ...segment, key: line.key }];
  });
  const known = groups.flatMap(([first]) => (first ? [first.anchor] : []));
  const { pairs } = alignSegments(known, segments);
  return new Map(
    pairs.flatMap(({ before, after }) =>
      (groups[before] ?? []).flatMap(({ id }) => (segments[after] ? [[id, segments[after].key] as const] : [])),
    ),
  );
};

/**
 * On which line each conversation stands now: that of its unit, of its words, or the one that its passage has become. Null: the
 * passage is gone from both languages.
 *
 * @returns keys of lines by the names of what was sought
 */
export const placeThreads = (lines: readonly Line[], sought: Sought): ReadonlyMap<string, string | null> => {
  const placed = new Map<string, string | null>(sought.map((one) => [one.id, byMemory(lines, one)]));
  const rest = sought.filter(({ id }) => placed.get(id) === null);
  for (const side of ['source', 'target'] as const)
    for (const [id, key] of byLikeness(lines, rest, side)) placed.set(id, key);
  return placed;
};
