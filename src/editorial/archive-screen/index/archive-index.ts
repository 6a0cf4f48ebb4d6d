import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { type Columns, openColumns } from './columns.ts';
import { compareAll, type Progress } from './compare-all.ts';
import { type OutboxFollower, openOutboxFollower } from './follow-outbox.ts';
import { type IndexFile, openIndexFile } from './index-file.ts';
import { type Orders, openOrders } from './orders.ts';
import { type IndexParts, readAgain } from './read-again.ts';
import { type Hint, hasHint, readNewestHint } from './read-committed.ts';

type Host = Pick<Payload, 'db' | 'logger'>;

/**
 * The archive as questions are asked of it: disposable, made from the database and from nothing else. Level-triggered like the
 * gate: a row of the outbox only says where to look, and what is looked at is what stands committed.
 */
export interface ArchiveIndex extends Disposable {
  readonly columns: Columns;
  readonly orders: Orders;
  readonly file: IndexFile;
  /** How far the first comparison with the database has come; null when it is done. */
  readonly progress: Progress | null;
  /** Grows when topics, places, agencies, rights records or albums have changed, whose names answers carry. */
  readonly namesVersion: number;
  /**
   * Catches up with everything that was committed before the call, whoever wrote it.
   * @returns whether questions can be answered; false as long as the first comparison runs
   */
  settle(): Promise<boolean>;
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
const goesOn = async ({ payload, file }: IndexParts): Promise<boolean> => {
  const anchor = file.anchor();
  return anchor !== null && (await hasHint(payload, anchor.id));
};

/** Collections whose names answers carry. */
const named: ReadonlySet<string> = new Set(['topics', 'places', 'agencies', 'rights', 'albums']);

/** Pictures that were saved or marked, or went into an album or out of it. */
const picturesIn = (hints: readonly Hint[]): string[] => [
  ...new Set(hints.filter(({ collection }) => collection === 'images').map(({ documentId }) => documentId)),
];

/** @param path of the file, null for an index that lives as long as the process */
export const openArchiveIndex = (payload: Host, path: string | null): ArchiveIndex => {
  const file = openIndexFile(path);
  const columns = openColumns();
  const parts: IndexParts = { payload, file, columns };
  for (const { row, picture } of file.pictures()) columns.put(picture, row);
  let progress: Progress | null = { done: 0, total: 0 };
  let follower: OutboxFollower | null = null;
  let namesVersion = 0;

  const begin = async (): Promise<void> => {
    const from = await readNewestHint(payload);
    const known = await goesOn(parts);
    if (!known) await compareAll(parts, (now) => (progress = now));
    follower = openOutboxFollower(payload, known ? file.anchor() : from);
    await follow();
    file.write(() => file.setAnchor(follower?.anchor ?? null));
    progress = null;
  };
  const follow = coalesced(async () => {
    if (!follower) return;
    const before = follower.anchor?.id;
    const hints = await follower.next(new Date());
    if (hints.some(({ collection }) => named.has(collection))) namesVersion += 1;
    await readAgain(parts, picturesIn(hints));
    const { anchor } = follower;
    if (anchor?.id !== before || hints.length > 0) file.write(() => file.setAnchor(anchor));
  });

  let first: Promise<void> | null = null;
  const ready = (): Promise<void> => {
    first ??= begin().catch((error: unknown) => {
      first = null;
      throw error;
    });
    return first;
  };
  return {
    columns,
    orders: openOrders(columns),
    file,
    get progress() {
      return progress;
    },
    get namesVersion() {
      return namesVersion;
    },
    ready,
    settle: async () => {
      if (progress !== null) {
        const begun = ready();
        begun.catch((err: unknown) => payload.logger.error({ err }, 'the archive index could not be made'));
        await Promise.race([begun, sleep(patience)]);
        if (progress !== null) return false;
      }
      await follow();
      return true;
    },
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
};

/** How long a question waits for the first comparison, in milliseconds: that of a small archive is over by then. */
const patience = 2000;
