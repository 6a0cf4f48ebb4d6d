import type { JournalLine } from '#feed/medium/journal.ts';
import type { Since } from '#feed/medium/plan.ts';
import { usage } from '../usage.ts';

/** The last receipt for a medium that the gate's present key has signed: under an earlier one nothing counts there any more. */
function lastArrival(journal: readonly JournalLine[]) {
  const ofThisKey = journal.slice(journal.findLastIndex(({ act }) => act === 'resigned') + 1);
  const carried = new Set(ofThisKey.flatMap((line) => (line.act === 'exported' ? [line.medium] : [])));
  return ofThisKey.filter((line) => line.act === 'arrived').findLast(({ medium }) => carried.has(medium));
}

/**
 * What the other side has: what is said, or else what its last receipt says, or else nothing.
 *
 * @param given number of an entry, as it was typed
 * @throws Failure `usage` for anything else
 */
export function sinceOf(given: unknown, journal: readonly JournalLine[]): Since {
  if (given !== undefined) {
    if (typeof given !== 'string' || !/^\d{1,15}$/.test(given)) throw usage('--since', 'feed export');
    return { seq: Number(given), snapshot: null, attest: 0 };
  }
  const last = lastArrival(journal);
  if (last === undefined) return { seq: 0, snapshot: null, attest: 0 };
  return { seq: last.to, snapshot: last.snapshot, attest: last.attest };
}
