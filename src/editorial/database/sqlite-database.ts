import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sqliteAdapter } from '@payloadcms/db-sqlite';
import type { Config } from 'payload';
import { countingFirst } from './beyond-the-last.ts';
import { migrateUp } from './migrate-up.ts';
import { oneWriterAtATime, type SqliteAdapter } from './one-writer-at-a-time.ts';
import { schemaHooks } from './schema-hooks.ts';

/** How long a connection waits for another process's write, in milliseconds. */
const timeout = 15_000;

/** The embedded database: one file (and its write-ahead log), whose folder is made when it is missing. */
export const sqliteDatabase = (url: string): Config['db'] => {
  const stock = sqliteAdapter({
    // `timeout` is known to the client, and not yet to the adapter's types
    client: { url, timeout } as { url: string },
    idType: 'uuid',
    wal: true,
    transactionOptions: {},
    push: false,
    beforeSchemaInit: schemaHooks,
  });
  return {
    ...stock,
    init: (args) => {
      mkdirSync(dirname(url.replace(/^file:(\/\/)?/, '')), { recursive: true });
      const adapter = countingFirst(oneWriterAtATime(stock.init(args) as unknown as SqliteAdapter));
      migrateOnConnect(adapter);
      return adapter as unknown as ReturnType<typeof stock.init>;
    },
  };
};

/** Brings the schema up to date before anybody reads: without questions, in development and production alike. */
const migrateOnConnect = (adapter: SqliteAdapter): void => {
  const connect = adapter.connect?.bind(adapter);
  adapter.connect = async (options) => {
    await connect?.(options);
    await migrateUp(adapter);
  };
};
