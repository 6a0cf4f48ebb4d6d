import { type Clearance, rankOf } from './level.ts';

/** What a person may know, and until when. */
export interface Standing {
  readonly clearance: Clearance;
  readonly compartments: readonly string[];
  /** Last instant at which it holds; null where it has no end. */
  readonly until: Date | null;
}

/** What everybody of the studio may know without having been granted anything. */
export const everyday: Standing = { clearance: 'internal', compartments: [], until: null };

const isEveryday = ({ clearance, compartments }: Standing): boolean =>
  rankOf(clearance) <= rankOf(everyday.clearance) && compartments.length === 0;

/** What somebody may know at a moment: after its end a grant gives nothing beyond the everyday; a day that is none has ended. */
export const standingAt = (standing: Standing, now: Date): Standing => {
  if (standing.until === null || standing.until >= now || isEveryday(standing)) return standing;
  const isBelow = rankOf(standing.clearance) < rankOf(everyday.clearance);
  return isBelow ? { ...everyday, clearance: standing.clearance } : everyday;
};

const outlasts = (after: Date | null, before: Date | null): boolean =>
  before !== null && (after === null || !(after <= before));

/** Whether `after` lets a person know anything, at any time, that `before` does not. */
export const isMore = (before: Standing, after: Standing): boolean =>
  rankOf(after.clearance) > rankOf(before.clearance) ||
  after.compartments.some((name) => !before.compartments.includes(name)) ||
  (!isEveryday(after) && outlasts(after.until, before.until));

/** A standing as one comparable text. */
export const standingKey = ({ clearance, compartments, until }: Standing): string =>
  [clearance, [...new Set(compartments)].sort().join('+'), until?.getTime() ?? '-'].join('|');
