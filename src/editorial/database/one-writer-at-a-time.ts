import { randomUUID } from 'node:crypto';
import type { BaseDatabaseAdapter } from 'payload';
import { openWriterQueue, type WriterQueue } from './writer-queue.ts';

interface Statements {
  run(statement: string): Promise<unknown>;
}

/** The part of db-sqlite's adapter that this file speaks to. */
export interface SqliteAdapter extends Omit<BaseDatabaseAdapter, 'sessions'> {
  drizzle: { transaction(work: (db: Statements) => Promise<void>, options?: object): Promise<void> };
  sessions: Record<string, { db: unknown; resolve(): Promise<void>; reject(): Promise<void> }>;
  initializing: Promise<void>;
}

/** Single statements and groups of statements that write, and may come without a transaction around them. */
const writes = [
  'create',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'createVersion',
  'updateVersion',
  'deleteVersions',
  'updateJobs',
  'createGlobal',
  'updateGlobal',
  'createGlobalVersion',
  'updateGlobalVersion',
] as const;

/**
 * Lets one writer at a time into an embedded database, from the begin of a transaction to its end.
 *
 * Every transaction opens a connection of its own, and a second writer in the same process would find the file locked
 * at once; worse, a COMMIT that fails is swallowed by the stock adapter, so that a save is reported as done and is gone.
 * Here writers wait their turn, and a COMMIT that fails fails the save.
 *
 * @NOTE Measured and left alone: one connection kept for all of them would save some 4 % of a publication. But a statement
 * that the driver leaves unfinished (EXPLAIN is one) shows its connection an old picture of the database from then on.
 */
export const oneWriterAtATime = (adapter: SqliteAdapter, queue: WriterQueue = openWriterQueue()): SqliteAdapter => {
  const releases = new Map<string, () => void>();

  adapter.beginTransaction = async () => {
    await adapter.initializing;
    const release = await queue.take();
    try {
      const id = randomUUID();
      adapter.sessions[id] = await openSession(adapter);
      releases.set(id, release);
      return id;
    } catch (error) {
      release();
      throw error;
    }
  };

  const end = (how: 'resolve' | 'reject') => async (incoming: Promise<number | string> | number | string) => {
    const id = String(await incoming);
    const session = adapter.sessions[id];
    if (!session) return;
    delete adapter.sessions[id];
    try {
      await session[how]();
    } finally {
      releases.get(id)?.();
      releases.delete(id);
    }
  };
  adapter.commitTransaction = end('resolve');
  adapter.rollbackTransaction = end('reject');

  queueLoneWrites(adapter, queue);
  return Object.assign(adapter, { alone: queue.run });
};

/** Opens a transaction that stays open until it is resolved (COMMIT; fails when that fails) or rejected (ROLLBACK). */
const openSession = async (adapter: SqliteAdapter) => {
  const opened = Promise.withResolvers<unknown>();
  const closing = Promise.withResolvers<void>();
  const rolledBack = new Error('rolled back');
  const done = adapter.drizzle.transaction(async (db) => {
    opened.resolve(db);
    // The driver leaves the connection to the garbage collector, which knows nothing of the two megabytes that it read and keeps
    const shrink = () => db.run('PRAGMA shrink_memory');
    await closing.promise.catch(async (undone: unknown) => {
      // What goes wrong here must not hide why it is undone
      await shrink().catch(() => undefined);
      throw undone;
    });
    await shrink();
  });
  done.catch((error: unknown) => opened.reject(error));
  const db = await opened.promise;
  return {
    db,
    resolve: async () => {
      closing.resolve();
      await done;
    },
    reject: async () => {
      closing.reject(rolledBack);
      await done.catch((error: unknown) => {
        if (error !== rolledBack) throw error;
      });
    },
  };
};

type Write = (args: { req?: { transactionID?: unknown } }) => Promise<unknown>;

/** Writes outside a transaction take their turn as well; those within one hold it already. */
const queueLoneWrites = (adapter: SqliteAdapter, queue: WriterQueue): void => {
  const methods = adapter as unknown as Record<(typeof writes)[number], Write>;
  for (const name of writes) {
    const write = methods[name].bind(adapter);
    methods[name] = async (args) => {
      const id: unknown = await args.req?.transactionID;
      const within = typeof id === 'string' && id in adapter.sessions;
      return within ? write(args) : queue.run(() => write(args));
    };
  }
};
