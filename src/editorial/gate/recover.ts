import { needsSnapshot, origin, type Position, positionAt } from '#feed/position.ts';
import type { FeedReader } from '#feed/reader.ts';
import type { Ledger } from './ledger.ts';

/**
 * Brings the ledger to where the feed is. The feed is the truth about what was released: a gate that died after an
 * append and before it noted it reads here what it did; a ledger that was lost, or that belongs to another feed, is
 * filled again from the beginning.
 */
export async function followFeed(ledger: Ledger, reader: FeedReader): Promise<void> {
  const checkpoint = await reader.checkpoint();
  let from = ledger.position();
  const foreign = from.feed !== null && (from.feed !== checkpoint.feed || from.seq > checkpoint.seq);
  if (foreign || needsSnapshot(from, checkpoint)) from = reset(ledger);
  const parts = needsSnapshot(from, checkpoint) ? reader.snapshot(checkpoint) : null;
  if (parts && checkpoint.snapshot) {
    const after = positionAt(checkpoint, checkpoint.snapshot);
    for await (const part of parts) note(ledger, part.entries, from);
    ledger.setPosition(after);
    from = after;
  }
  for await (const segment of reader.segments(from, checkpoint)) {
    note(ledger, segment.entries, segment.position);
  }
}

function reset(ledger: Ledger): Position {
  ledger.transaction(() => {
    ledger.live.clear();
    ledger.setPosition(origin);
  });
  return origin;
}

type Entries = readonly { readonly at: string; readonly change: Parameters<Ledger['live']['apply']>[0] }[];

function note(ledger: Ledger, entries: Entries, position: Position): void {
  ledger.transaction(() => {
    for (const { at, change } of entries) ledger.live.apply(change, new Date(at));
    ledger.setPosition(position);
  });
}
