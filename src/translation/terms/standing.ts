import type { TermForm, TermStatus } from './concept.ts';

/** Standing of a form on one day: `early` is official one day, and not yet. Null: the entry says nothing of that day. */
export type Standing = TermStatus | 'early';

/** How a form stands on a day, `2026-11-27`: a name whose time is over is obsolete, whatever it was. */
export const standingOn = ({ status, validFrom, validUntil }: TermForm, day: string): Standing | null => {
  const begins = validFrom ?? '';
  const isOver = validUntil !== undefined && validUntil < day;
  if (status === 'approved' || status === 'allowed') {
    if (isOver) return 'obsolete';
    return begins > day ? 'early' : status;
  }
  return begins > day || isOver ? null : status;
};

/** First day on which a form is obsolete; undefined where the entry does not say it. */
export const obsoleteSince = ({ status, validFrom, validUntil }: TermForm): string | undefined => {
  if (status === 'obsolete') return validFrom;
  if (validUntil === undefined) return undefined;
  const day = new Date(`${validUntil}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10);
};

/** Whether two forms are in force on some day together. */
export const overlap = (one: TermForm, other: TermForm): boolean =>
  (one.validFrom ?? '') <= (other.validUntil ?? '9999') && (other.validFrom ?? '') <= (one.validUntil ?? '9999');
