import type { Line } from './answers.ts';

export const filters = ['all', 'needs', 'missing', 'outdated', 'machine', 'warned', 'unreviewed'] as const;
export type Filter = (typeof filters)[number];

/** Who looks at the lines: somebody who may only review needs to see what others wrote. */
export interface Looker {
  readonly translate: boolean;
  readonly review: boolean;
}

const isWarned = ({ findings }: Line): boolean => findings.some(({ fine }) => fine === null);
const isToReview = ({ state, isOwn }: Line): boolean => state === 'translated' && !isOwn;

/** Whether a line waits for the person: to be written, to be written again, to be confirmed, or to be looked over. */
export const needsMe = (line: Line, looker: Looker): boolean => {
  const { state } = line;
  if (looker.translate && (state === 'missing' || state === 'outdated' || state === 'machine' || isWarned(line)))
    return true;
  return looker.review && !looker.translate && isToReview(line);
};

export const passes = (line: Line, filter: Filter, looker: Looker): boolean => {
  switch (filter) {
    case 'all':
      return true;
    case 'needs':
      return needsMe(line, looker);
    case 'warned':
      return isWarned(line);
    case 'unreviewed':
      return isToReview(line);
    default:
      return line.state === filter;
  }
};

/**
 * The next line, from one on and round to it again, that waits for the person.
 * @returns null where none does but the one that is open
 */
export const nextThatNeeds = (lines: readonly Line[], from: string | null, looker: Looker): string | null => {
  const at = lines.findIndex(({ segment }) => segment === from);
  const round = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))];
  return round.find((line) => needsMe(line, looker))?.segment ?? null;
};
