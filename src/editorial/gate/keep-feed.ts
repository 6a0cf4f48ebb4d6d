import { Failure } from '#errors/failure.ts';
import { discreetError } from '../discreet-error.ts';
import { collectUnused, type KeeperParts, pruneWhenDue, snapshotWhenDue } from './housework.ts';
import { removeDoomed } from './work.ts';

/** A checkpoint older than this many milliseconds is signed anew, so that readers can tell silence from nothing new. */
const freshMs = 30_000;
/** Housework that failed rests for so long: a disk that is full now is full in half a minute, too. */
const restMs = 10 * 60 * 1000;

/** What the feed needs when nothing is released: a fresh signature, snapshots, old files gone. */
export interface FeedKeeper {
  /** Does what is due. Long work goes on beside the gate's own: a withdrawal never waits for it. */
  keep(now: Date): Promise<void>;
  /** Resolves when no such work is going on. */
  idle(): Promise<void>;
}

export function openFeedKeeper(parts: KeeperParts): FeedKeeper {
  let touched = Number.NEGATIVE_INFINITY;
  let rested = Number.NEGATIVE_INFINITY;
  let housework: Promise<void> | null = null;

  const doHousework = async (now: Date): Promise<void> => {
    try {
      await pruneWhenDue(parts, now);
      if (await snapshotWhenDue(parts, now)) await collectUnused(parts, now);
    } catch (err) {
      rested = now.getTime() + restMs;
      parts.log.error(
        { code: err instanceof Failure ? err.code : 'unexpected', err: discreetError(err) },
        'feed not tidied',
      );
    } finally {
      housework = null;
    }
  };

  return {
    keep: async (now) => {
      if (now.getTime() - touched < freshMs) return;
      touched = now.getTime();
      await parts.writer.touch(now);
      await removeDoomed(parts);
      if (now.getTime() >= rested) housework ??= doHousework(now);
    },
    idle: async () => {
      await housework;
    },
  };
}
