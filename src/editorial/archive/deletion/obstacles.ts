import type { FailureCode } from '#errors/failures.ts';

/** What counts when somebody confirms that a picture is to be deleted. */
export interface Confirming {
  /** Who confirms, and who asked. */
  readonly by: string;
  readonly askedBy: string;
  readonly now: Date;
  readonly dueAt: Date;
  readonly isHeld: boolean;
  /** Whether it stands for other records, or another stands for it. */
  readonly isMerged: boolean;
  /** Whether a published text shows it. */
  readonly isShown: boolean;
}

/**
 * Why a deletion must not be confirmed; null where nothing is against it. What the person cannot change comes first, the
 * clock after it, and what they can see to by themselves last.
 */
export const obstacleTo = ({ by, askedBy, now, dueAt, isHeld, isMerged, isShown }: Confirming): FailureCode | null => {
  if (by === askedBy) return 'deletion-own-request';
  if (isHeld) return 'deletion-held';
  if (now < dueAt) return 'deletion-too-early';
  if (isMerged) return 'deletion-merged';
  return isShown ? 'deletion-in-use' : null;
};

const day = 24 * 60 * 60 * 1000;

/** When a deletion that is asked for now may be confirmed. @param days of the term */
export const dueAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * day);
