import type { Change } from './change.ts';

/** The document that a change is about, as one string: `article/AAAAAAAAAAAAAAAAAAAAAA`. */
export const subjectOf = (change: Change): string =>
  change.op === 'put' ? `${change.record.type}/${change.record.id}` : `${change.type}/${change.id}`;
