import { sql } from '@payloadcms/db-sqlite';
import type { Payload } from 'payload';
import type { SqliteAdapter } from './one-writer-at-a-time.ts';

/** So many entries of each index are looked at: enough to tell a rare value from a common one, and done in a moment. */
const sample = 1000;

interface Session {
  run(query: ReturnType<typeof sql.raw>): Promise<unknown>;
}

/**
 * Lets the embedded database look at its own indexes, so that it knows which one finds less. Without that it guesses:
 * it then finds the published versions of one document by reading the published versions of all, and every save and
 * publication takes longer with every document that anybody writes.
 */
export const studyIndexes = async (payload: Payload): Promise<void> => {
  if (payload.db.name !== 'sqlite') return;
  // Payload types its database as any of its adapters; by its name it is this one
  const adapter = payload.db as unknown as SqliteAdapter;
  const transaction = await adapter.beginTransaction();
  if (transaction === null) throw new Error('No transaction for studying indexes');
  try {
    const session = adapter.sessions[String(transaction)]?.db as Session;
    await session.run(sql.raw(`PRAGMA analysis_limit = ${sample}`));
    await session.run(sql.raw('ANALYZE'));
    await adapter.commitTransaction(transaction);
  } catch (error) {
    await adapter.rollbackTransaction(transaction);
    throw error;
  }
};

/** Studies at once and then every hour as long as the process lives. A failure is logged and tried again next time. */
export const keepIndexesStudied = (payload: Payload): void => {
  const study = () =>
    studyIndexes(payload).catch((err: unknown) => payload.logger.warn({ err }, 'indexes not studied'));
  setInterval(study, 60 * 60 * 1000).unref();
  void study();
};
