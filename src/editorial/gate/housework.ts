import type { Logger } from 'pino';
import type { FeedWriter } from '#feed/writer.ts';
import type { Ledger } from './ledger.ts';

export interface KeeperParts {
  readonly writer: FeedWriter;
  readonly ledger: Ledger;
  readonly log: Logger;
}

const weekMs = 7 * 24 * 60 * 60 * 1000;
/** Between two snapshots that are written so that words leave the feed: each reads the whole feed. */
const graveMs = 10 * 60 * 1000;
/** What a snapshot covers stays so long for nodes that follow, which then need not start again from it. */
const graceMs = 60 * 1000;
/** Blobs that no live picture needs stay so long: a picture that is being rendered names them later. */
const unusedMs = 24 * 60 * 60 * 1000;

/**
 * Writes a snapshot every week, after removing what the one before covers: a node may be away for a week and still follow
 * without starting again. Sooner when something was withdrawn whose words must not stay in old segments. The first is
 * due a week after the feed began: until then its segments are few.
 *
 * @returns whether the week was over
 */
export async function snapshotWhenDue({ writer, ledger, log }: KeeperParts, now: Date): Promise<boolean> {
  const [last, grave] = [ledger.snapshotAt(), ledger.graveSince()];
  if (!last) ledger.setSnapshotAt(now);
  const age = now.getTime() - (last ?? now).getTime();
  const isWeekOver = age >= weekMs;
  const isUrgent = grave !== null && ledger.pruneDue() === null && (age >= graveMs || !last);
  if (!isWeekOver && !isUrgent) return false;
  if (isWeekOver) await writer.prune(now);
  const mark = await writer.writeSnapshot(now);
  ledger.transaction(() => {
    ledger.setSnapshotAt(now);
    // What was withdrawn while it was written may not be in it yet.
    if (!grave || ledger.graveSince()?.getTime() !== grave.getTime()) return;
    ledger.setGraveSince(null);
    ledger.setPruneDue(new Date(now.getTime() + graceMs));
  });
  log.info({ entries: mark?.entries ?? 0, parts: mark?.parts ?? 0 }, 'snapshot written');
  return isWeekOver;
}

/** Removes what the snapshot covers, words of withdrawn documents among it. */
export async function pruneWhenDue({ writer, ledger, log }: KeeperParts, now: Date): Promise<void> {
  const due = ledger.pruneDue();
  if (!due || due > now) return;
  await writer.prune(now);
  ledger.setPruneDue(null);
  log.info('old segments removed');
}

/** Removes files that no live picture needs, such as those of a gate that died between rendering and releasing. */
export async function collectUnused({ writer, ledger, log }: KeeperParts, now: Date): Promise<void> {
  ledger.renderings.forgetUnused();
  const removed = await writer.collectBlobs(ledger.live.images(), new Date(now.getTime() - unusedMs));
  log.info({ removed }, 'unused blobs removed');
}
