import type { DocumentRef } from '../release/released-collections.ts';
import { reconciliation } from './reconcile.ts';
import type { WorkParts } from './work.ts';

/** A comparison of everything with everything, a portion at a time. */
export interface Comparison {
  begin(): void;
  isOn(): boolean;
  /** Works on the next portion, if a comparison is under way; what it throws ends the comparison. */
  step(): Promise<void>;
  /** When one last came to its end. */
  endedAt(): Date | null;
}

export function openComparison(parts: WorkParts, workOn: (refs: readonly DocumentRef[]) => Promise<void>): Comparison {
  let current: ReturnType<typeof reconciliation> | null = null;
  let endedAt: Date | null = null;
  return {
    begin: () => {
      current ??= reconciliation(parts);
    },
    isOn: () => current !== null,
    step: async () => {
      if (!current) return;
      try {
        const next = await current.next();
        if (!next.done) return await workOn(next.value);
        endedAt = new Date();
        current = null;
      } catch (cause) {
        current = null;
        throw cause;
      }
    },
    endedAt: () => endedAt,
  };
}
