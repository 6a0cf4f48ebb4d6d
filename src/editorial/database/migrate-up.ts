import type { MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite';
import { createLocalReq } from 'payload';
import { migrations } from './migrations/index.ts';
import type { SqliteAdapter } from './one-writer-at-a-time.ts';

type Database = MigrateUpArgs['db'];

/**
 * Runs the committed migrations that the database has not seen, all in one transaction: killed at any moment, it has
 * happened or it has not. A second process that starts at the same time waits and then finds nothing to do.
 */
export const migrateUp = async (adapter: SqliteAdapter): Promise<void> => {
  if ((await seenIn(adapter.drizzle as unknown as Database)).size === migrations.length) return;
  const transaction = await adapter.beginTransaction();
  if (transaction === null) throw new Error('No transaction for migrations');
  try {
    const req = await createLocalReq({}, adapter.payload);
    const db = adapter.sessions[String(transaction)]?.db as Database;
    const seen = await seenIn(db);
    for (const { name, up } of migrations) {
      if (seen.has(name)) continue;
      await up({ db, payload: adapter.payload, req });
      await db.run(sql`INSERT INTO payload_migrations (id, name, batch) VALUES (${crypto.randomUUID()}, ${name}, 1)`);
    }
    await adapter.commitTransaction(transaction);
  } catch (error) {
    await adapter.rollbackTransaction(transaction);
    throw error;
  }
};

const seenIn = async (db: Database): Promise<Set<string>> => {
  const table = await db.run(sql`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'`);
  if (table.rows.length === 0) return new Set();
  const { rows } = await db.run(sql`SELECT name FROM payload_migrations`);
  return new Set(rows.map((row) => String(row.name)));
};
