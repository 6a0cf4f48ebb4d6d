import type { CellState } from '../coverage/index/coverage-document.ts';

/** What is to be done with work that is given out: somebody has to write, somebody has to look it over, or nothing. */
export type Turn = 'translate' | 'review' | 'done';

/** How one language of a document stands: what of its table cell the question needs. */
export interface Stand {
  readonly state: CellState;
  /** Segments with which nothing is to be done, of how many. */
  readonly done: number;
  readonly of: number;
}

/**
 * Whose turn it is, told from the words and typed in by nobody. A language in which the public still reads an error, though its
 * draft has followed, is no longer the translator’s.
 * @param hasReviewer whether somebody is to look it over
 */
export const turnOf = ({ state, done, of }: Stand, hasReviewer: boolean): Turn => {
  switch (state) {
    case 'source':
    case 'reviewed':
      return 'done';
    case 'under-correction':
      return done < of ? 'translate' : hasReviewer ? 'review' : 'done';
    case 'translated':
      return hasReviewer ? 'review' : 'done';
    default:
      return 'translate';
  }
};

/**
 * Whether work is late: it was due on a day that is over, and is not done.
 * @param today day in the city, `2026-11-27`
 */
export const isLate = (turn: Turn, due: string | null, today: string): boolean =>
  turn !== 'done' && due !== null && due < today;
