import type { DocumentRef } from '../release/released-collections.ts';
import { refusedAmong } from './refused-among.ts';
import type { WorkParts } from './work.ts';

/** Finds what must be withdrawn among many documents that wait, so that it overtakes them. */
export interface Triage {
  /** Adds documents that wait; only what is public now can be withdrawn, so that what is merely new costs nothing. */
  add(refs: readonly DocumentRef[]): void;
  isOn(): boolean;
  /** Judges some of them, the newest first, and returns those that must not stay public. */
  next(limit: number): Promise<DocumentRef[]>;
}

export function openTriage(parts: WorkParts): Triage {
  const { live, names } = parts.ledger;
  const doubtful: DocumentRef[] = [];
  const isLive = (ref: DocumentRef): boolean => {
    const id = names.known(ref);
    return id !== null && live.has(id);
  };
  return {
    add: (refs) => {
      for (const ref of refs) if (isLive(ref)) doubtful.push(ref);
    },
    isOn: () => doubtful.length > 0,
    next: (limit) => refusedAmong(doubtful.splice(-limit), parts),
  };
}
