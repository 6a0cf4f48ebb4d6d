import type { FeedWriter } from '#feed/writer.ts';
import type { Ledger } from './ledger.ts';
import { removeDoomed } from './work.ts';

/** A checkpoint older than this many milliseconds is signed anew, so that readers can tell silence from nothing new. */
const freshMs = 30_000;
const snapshotMs = 7 * 24 * 60 * 60 * 1000;

/** What the feed needs when nothing is released: a fresh signature, a weekly snapshot, old files gone. */
export interface FeedKeeper {
  keep(now: Date): Promise<void>;
}

export function openFeedKeeper({ writer, ledger }: { writer: FeedWriter; ledger: Ledger }): FeedKeeper {
  let touched = Number.NEGATIVE_INFINITY;
  return {
    keep: async (now) => {
      if (now.getTime() - touched < freshMs) return;
      touched = now.getTime();
      await writer.touch(now);
      await removeDoomed({ writer, ledger });
      await snapshotWhenDue(writer, ledger, now);
    },
  };
}

/** The first snapshot is due a week after the feed began: until then its segments are few. */
async function snapshotWhenDue(writer: FeedWriter, ledger: Ledger, now: Date): Promise<void> {
  const last = ledger.snapshotAt();
  if (!last) return ledger.setSnapshotAt(now);
  if (now.getTime() - last.getTime() < snapshotMs || ledger.live.count() === 0) return;
  await writer.writeSnapshot(now);
  ledger.setSnapshotAt(now);
}
