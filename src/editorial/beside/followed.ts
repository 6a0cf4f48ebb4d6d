import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { Failure } from '#errors/failure.ts';
import { type OutboxFollower, openOutboxFollower } from './follow-outbox.ts';
import { type Hint, hasHint, readNewestHint } from './hints.ts';
import type { IndexDatabase } from './index-database.ts';

/** Documents that were compared, of how many there are. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What an index knows how to do; when to do it is told by `openFollowed`. */
export interface Following {
  readonly payload: Pick<Payload, 'db' | 'logger'>;
  readonly file: Pick<IndexDatabase, 'write' | 'anchor' | 'setAnchor'>;
  /** What has to be done once before anything else, such as reading the file into memory. */
  load?(): Promise<void>;
  /** Compares everything with the database and mends what differs. */
  compareAll(tell: (progress: Progress) => void): Promise<void>;
  /** Looks at what rows of the outbox name, as it stands committed. */
  take(hints: readonly Hint[]): Promise<void>;
}

/** An index that follows the database. */
export interface Followed {
  /** How far the first comparison with the database has come; null when it is done. */
  readonly progress: Progress | null;
  /**
   * Catches up with everything that was committed before the call, whoever wrote it.
   * @param patience how long to wait for the first comparison, in milliseconds; that of a small installation is over by then
   * @returns whether questions can be answered; false as long as the first comparison runs
   */
  settle(patience?: number): Promise<boolean>;
  /** Waits for the first comparison. */
  ready(): Promise<void>;
}

/** One catch-up at a time; whoever comes while one runs waits for the next, which begins after they came. */
const coalesced = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  return () => {
    waiting ??= running
      .catch(() => undefined)
      .then(() => {
        waiting = null;
        running = work();
        return running;
      });
    return waiting;
  };
};

/** Whether the database is the one that the file was made from, and no older: the row at which it stopped is still there. */
const goesOn = async ({ payload, file }: Following): Promise<boolean> => {
  const anchor = file.anchor();
  return anchor !== null && (await hasHint(payload, anchor.id));
};

/**
 * Level-triggered like the gate: a row of the outbox only says where to look, and what is looked at is what stands committed.
 */
export const openFollowed = (following: Following): Followed => {
  const { payload, file } = following;
  let progress: Progress | null = { done: 0, total: 0 };
  let follower: OutboxFollower | null = null;
  const follow = coalesced(async () => {
    if (!follower) return;
    const before = follower.anchor?.id;
    const hints = await follower.next(new Date());
    await following.take(hints);
    const { anchor } = follower;
    if (anchor?.id !== before || hints.length > 0) file.write(() => file.setAnchor(anchor));
  });
  let isLoaded = following.load === undefined;
  const begin = async (): Promise<void> => {
    if (!isLoaded) await following.load?.();
    isLoaded = true;
    const from = await readNewestHint(payload);
    const known = await goesOn(following);
    if (!known) {
      file.write(() => file.setAnchor(null));
      await following.compareAll((now) => (progress = now));
    }
    follower = openOutboxFollower(payload, known ? file.anchor() : from);
    await follow();
    file.write(() => file.setAnchor(follower?.anchor ?? null));
    progress = null;
  };
  let first: Promise<void> | null = null;
  const ready = (): Promise<void> => {
    first ??= begin().catch((error: unknown) => {
      first = null;
      throw error;
    });
    return first;
  };
  return {
    get progress() {
      return progress;
    },
    ready,
    settle: async (patience = 2000) => {
      if (progress !== null) {
        const begun = ready();
        begun.catch((err: unknown) => payload.logger.error({ err }, 'an index could not be made'));
        await Promise.race([begun, sleep(patience)]);
        if (progress !== null) return false;
      }
      await follow();
      return true;
    },
  };
};

/**
 * Waits until an index stands as the database does.
 * @throws Failure `code` with `{ percent }` as long as it is compared with the database for the first time
 */
export const settled = async (
  index: Pick<Followed, 'settle' | 'progress'>,
  code: 'archive-indexing' | 'coverage-indexing' | 'memory-indexing' | 'names-indexing',
): Promise<void> => {
  if (await index.settle()) return;
  const { done, total } = index.progress ?? { done: 0, total: 0 };
  // Not how many there are: a person may know of some of them only
  throw new Failure(code, { percent: total === 0 ? 0 : Math.floor((done / total) * 100) });
};
