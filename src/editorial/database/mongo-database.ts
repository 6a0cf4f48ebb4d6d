import { randomUUID } from 'node:crypto';
import { mongooseAdapter } from '@payloadcms/db-mongodb';
import type { BaseDatabaseAdapter, Config } from 'payload';
import { z } from 'zod';
import { indexSeals } from './seals/seal-indexes.ts';
import { openWriterQueue } from './writer-queue.ts';

/** These have a field `collection`, which mongoose would rather keep for itself; nothing here uses it through mongoose. */
const quietAbout = Object.fromEntries(
  ['outbox', 'audit', 'reviews', 'translations', 'assignments', 'comments', 'comment-notices', 'launches'].map(
    (name) => [name, { suppressReservedKeysWarning: true }],
  ),
);

/**
 * MongoDB, or a server that speaks its protocol. Transactions of one process take turns: a save reads, decides and
 * writes as one even where the server has no transactions, or has some that do nothing.
 */
export const mongoDatabase = (url: string): Config['db'] => {
  const stock = mongooseAdapter({ url, transactionOptions: {}, collectionsSchemaOptions: quietAbout });
  return {
    ...stock,
    init: (args) => {
      const adapter = stock.init(args);
      const [init, connect] = [adapter.init?.bind(adapter), adapter.connect?.bind(adapter)];
      adapter.init = async () => {
        await init?.();
        indexSeals(adapter as unknown as Parameters<typeof indexSeals>[0]);
      };
      // Only a connection tells whether the server has transactions: the adapter then changes how it begins one
      adapter.connect = async (options) => {
        await connect?.(options);
        inTurn(adapter);
        withoutProjections(adapter);
      };
      return adapter;
    },
  };
};

type Transactions = Pick<BaseDatabaseAdapter, `${'begin' | 'commit' | 'rollback'}Transaction`>;

const inTurn = (adapter: Transactions): void => {
  const queue = openWriterQueue();
  const releases = new Map<string, () => void>();
  const begin = adapter.beginTransaction.bind(adapter);
  adapter.beginTransaction = async (options) => {
    const release = await queue.take();
    try {
      // Without transactions the turn alone has a name, under which the adapter finds no session
      const id = (await begin(options)) ?? randomUUID();
      releases.set(String(id), release);
      return id;
    } catch (error) {
      release();
      throw error;
    }
  };
  for (const name of ['commitTransaction', 'rollbackTransaction'] as const) {
    const end = adapter[name].bind(adapter);
    adapter[name] = async (incoming) => {
      const id = await incoming;
      try {
        await end(id);
      } finally {
        releases.get(String(id))?.();
        releases.delete(String(id));
      }
    };
  }
};

const notImplemented = z.object({ code: z.literal(238) });

/**
 * Some servers that speak MongoDB's protocol change a document and return it, but not a part of it. They get the same
 * request once more without naming the part.
 */
const withoutProjections = (adapter: Pick<BaseDatabaseAdapter, 'updateOne'>): void => {
  const update = adapter.updateOne.bind(adapter);
  adapter.updateOne = async (args) => {
    if (!args.select) return update(args);
    // The adapter rewrites the data that it is given
    const data = structuredClone(args.data);
    try {
      return await update(args);
    } catch (error) {
      if (!notImplemented.safeParse(error).success) throw error;
      return update({ ...args, data, select: undefined });
    }
  };
};
