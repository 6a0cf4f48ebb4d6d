import { type DocumentRef, releasedCollectionNames } from '../release/released-collections.ts';
import { type Portion, reconciliation } from './reconcile.ts';
import type { WorkParts } from './work.ts';

/** Documents that a comparison has looked at, of those that there were when it began. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A comparison of everything with everything, a portion at a time. */
export interface Comparison {
  begin(): void;
  isOn(): boolean;
  /** Works on the next portion, if a comparison is under way; what it throws ends the comparison. */
  step(): Promise<void>;
  progress(): Progress | null;
  /** When one last came to its end. */
  endedAt(): Date | null;
}

interface Current {
  readonly portions: AsyncGenerator<Portion, void, undefined>;
  done: number;
  total: number;
}

export function openComparison(parts: WorkParts, workOn: (refs: readonly DocumentRef[]) => Promise<void>): Comparison {
  let current: Current | null = null;
  let endedAt: Date | null = null;

  /** @returns whether there was a portion */
  const advance = async (comparison: Current): Promise<boolean> => {
    if (comparison.total === 0) comparison.total = await countAll(parts);
    const next = await comparison.portions.next();
    if (next.done) return false;
    if (next.value.refs.length > 0) await workOn(next.value.refs);
    comparison.done += next.value.seen;
    return true;
  };

  return {
    begin: () => {
      current ??= { portions: reconciliation(parts), done: 0, total: 0 };
    },
    isOn: () => current !== null,
    step: async () => {
      if (!current) return;
      try {
        if (await advance(current)) return;
        endedAt = new Date();
        current = null;
      } catch (cause) {
        current = null;
        throw cause;
      }
    },
    // Documents may have come since they were counted.
    progress: () => current && { done: current.done, total: Math.max(current.done, current.total) },
    endedAt: () => endedAt,
  };
}

async function countAll({ committed }: WorkParts): Promise<number> {
  let total = 0;
  for (const collection of releasedCollectionNames) total += await committed.count(collection);
  return total;
}
