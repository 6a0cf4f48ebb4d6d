import type { Assignment, PastWork } from './assignment.ts';

/** So many are remembered of one language of a document. */
const most = 50;

/** Remembers who has had the work until now. @param at RFC 3339 */
export const withPast = (work: Assignment, end: PastWork['end'], by: string, at: string): PastWork[] => {
  const { translator, reviewer, due, givenBy, givenAt, past } = work;
  const over = { translator, reviewer, due, givenBy: givenBy ?? '', givenAt: givenAt ?? '' };
  return [...past, { ...over, end, endedBy: by, endedAt: at }].slice(-most);
};
