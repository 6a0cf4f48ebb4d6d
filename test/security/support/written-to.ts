import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import type { Studio } from '../../support/studio.ts';

/**
 * What nobody counts as left behind by a refusal: its line, sessions, tries, claims, which are taken and given back, and what programs
 * keep for themselves.
 */
const passing = /^(audit|claims|users_sessions|users|payload_kv|payload_migrations|touched|sqlite_|_)/;

interface Client {
  execute(sql: string): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

const clientOf = ({ db }: Payload): Client => (db as unknown as { client: Client }).client;

/** Tells which tables were written to since it was asked last: every row that was put in, changed or taken out, and not rolled back. */
export interface WrittenTo {
  since(): Promise<string[]>;
}

/** Only SQLite can tell of each row by itself. */
export const watchTables = async ({ payload }: Studio): Promise<WrittenTo> => {
  const client = clientOf(payload);
  await client.execute('CREATE TABLE touched (name TEXT)');
  const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'");
  for (const name of rows.map((row) => String(row.name)).filter((one) => !passing.test(one)))
    for (const act of ['INSERT', 'UPDATE', 'DELETE'])
      await client.execute(
        `CREATE TRIGGER "touched ${name} ${act}" AFTER ${act} ON "${name}" BEGIN INSERT INTO touched VALUES ('${name}'); END`,
      );
  return {
    since: async () => {
      const found = await client.execute('SELECT DISTINCT name FROM touched');
      if (found.rows.length > 0) await client.execute('DELETE FROM touched');
      return found.rows.map((row) => String(row.name));
    },
  };
};

/** Names and lengths of all masters and of whatever lies beside them. */
export const listingOf = async ({ values }: Studio): Promise<string> => {
  const entries = await readdir(values.mastersDir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const told = files.map(async (file) => `${file} ${(await stat(file).catch(() => null))?.size}`);
  return (await Promise.all(told)).toSorted().join('\n');
};
