import { blobsOf } from './blobs-of.ts';
import type { Entry } from './schemas.ts';
import { subjectOf } from './subject-of.ts';

/** What is known of one document: its last entry, whether it is withdrawn, the blobs that it needs. */
export interface Standing {
  readonly seq: number;
  readonly live: boolean;
  readonly blobs: readonly string[];
}

/** Documents by subject, as a run of entries leaves them. Bodies are not kept. */
export type LiveState = Map<string, Standing>;

/** Takes one entry in. */
export const takeIn = (state: LiveState, { seq, change }: Entry): void => {
  const live = change.op === 'put';
  state.set(subjectOf(change), { seq, live, blobs: live ? blobsOf(change.record) : [] });
};

/** Sequence number of the last entry at which two states part, null when they agree. */
export const firstDifference = (one: LiveState, other: LiveState): number | null => {
  const seqs = [...one].filter(([subject, { seq }]) => other.get(subject)?.seq !== seq).map(([, { seq }]) => seq);
  const missing = [...other].filter(([subject]) => !one.has(subject)).map(([, { seq }]) => seq);
  const all = [...seqs, ...missing];
  return all.length === 0 ? null : all.reduce((least, seq) => Math.min(least, seq));
};
