import { alignSegments } from '#translation/segments/align.ts';
import type { Segment } from '#translation/segments/segment.ts';
import { coveredBy } from '../../release/vouched.ts';
import type { Correction, LedgerRow } from '../ledger/row.ts';
import type { Unit } from '../ledger/unit.ts';
import { vouchedOf } from '../ledger/vouched-of.ts';
import { printOf } from '../lines/line.ts';
import { pairUp } from '../lines/pair-up.ts';
import type { Words } from '../lines/sheet.ts';

/** What somebody says of a publication of the source: that it corrects an error. */
export interface Correcting {
  readonly by: string | null;
  readonly at: string;
  readonly note: string;
}

/** Remembers how the source reads now, so that a unit is known again however often it changes. */
export const seenUnits = ({ source, target }: Pick<Words, 'source' | 'target'>, units: readonly Unit[]): Unit[] => {
  const now = new Map(
    pairUp(source, target, units).flatMap(({ unit, source: segment }) => (unit && segment ? [[unit.id, segment]] : [])),
  );
  return units.map((unit) => {
    const segment = now.get(unit.id);
    if (!segment) return unit;
    const isNews = unit.source === null || printOf(segment) !== printOf({ content: unit.source });
    return { ...unit, field: segment.field, role: segment.role, seen: isNews ? segment.content : null };
  });
};

/** What a publication of the source brought and took away, in fingerprints. */
export const changeOf = (before: readonly Segment[], after: readonly Segment[]) => {
  const [old, now] = [new Set(before.map(printOf)), new Set(after.map(printOf))];
  const { deleted } = alignSegments(before, after);
  const gone = new Set(deleted.map((index) => printOf(before[index] ?? null)));
  return {
    changed: [...now].filter((print) => !old.has(print)),
    removed: [...gone].filter((print) => !now.has(print)),
  };
};

/** The source changes once more under a correction that the language has not followed: what it becomes is still corrected. */
const inherited = (
  before: readonly Segment[],
  after: readonly Segment[],
  row: Pick<LedgerRow, 'units' | 'corrections'>,
  target: ReadonlySet<string>,
): string[] => {
  const { said, corrected } = vouchedOf(row);
  const covered = coveredBy(said, target);
  const open = new Set(corrected.filter((print) => !covered.has(print)));
  return alignSegments(before, after).pairs.flatMap((pair) => {
    const [was, is] = [printOf(before[pair.before] ?? null), printOf(after[pair.after] ?? null)];
    return pair.words === 'changed' && open.has(was) ? [is] : [];
  });
};

/** The corrections of a language after the source was published again. */
export const correctionsAfter = (
  before: readonly Segment[],
  words: Words,
  row: Pick<LedgerRow, 'units' | 'corrections'>,
  correcting: Correcting | null,
): Correction[] => {
  const after = words.publicSource;
  const still = inherited(before, after, row, new Set(words.publicTarget.map(printOf)));
  const last = row.corrections.at(-1);
  const kept =
    last && still.length > 0
      ? [...row.corrections.slice(0, -1), { ...last, changed: [...new Set([...last.changed, ...still])] }]
      : [...row.corrections];
  if (!correcting) return kept;
  const { changed, removed } = changeOf(before, after);
  return changed.length + removed.length === 0 ? kept : [...kept, { ...correcting, changed, removed }];
};
