import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Payload } from 'payload';
import type { Studio } from '../../support/studio.ts';

/**
 * The tables that a refusal may write to: its line in the log, claims, which are taken and given back, and what programs keep for
 * themselves. Whole names: those of versions begin with `_`, and `audit_removals` is not the log.
 */
const passing = /^(audit|claims|payload_kv|payload_migrations|touched|sqlite_.*)$/;

interface Client {
  execute(sql: string): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

const clientOf = ({ db }: Payload): Client => (db as unknown as { client: Client }).client;

/** Sees what the studio writes while doors are asked, the lines of its log left out. */
export interface Watch {
  /** What stands there now is what refusals have to leave. */
  begin(): Promise<void>;
  /** Asks a door. @returns its answer, and what was written where nothing may be */
  ask(door: string, mayWrite: boolean, knock: () => Promise<number>): Promise<{ status: number; wrong: string[] }>;
  /** What the last refusals have left behind. */
  end(): Promise<string[]>;
  /** How many doors have written, as they may: a watch that sees none of them sees nothing. */
  writes(): number;
}

/** Tables that were written to since they were asked for last: each row that was put in, changed or taken out, and not rolled back. */
const watchTables = async (client: Client): Promise<() => Promise<string[]>> => {
  await client.execute('CREATE TABLE touched (name TEXT)');
  const { rows } = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table'");
  for (const name of rows.map((row) => String(row.name)).filter((one) => !passing.test(one)))
    for (const act of ['INSERT', 'UPDATE', 'DELETE'])
      await client.execute(
        `CREATE TRIGGER "touched ${name} ${act}" AFTER ${act} ON "${name}" BEGIN INSERT INTO touched VALUES ('${name}'); END`,
      );
  return async () => {
    const found = await client.execute('SELECT DISTINCT name FROM touched');
    if (found.rows.length > 0) await client.execute('DELETE FROM touched');
    return found.rows.map((row) => String(row.name));
  };
};

/** Looks after each door. Only SQLite can tell of each row by itself. */
export const watchRows = async (studio: Studio): Promise<Watch> => {
  const since = await watchTables(clientOf(studio.payload));
  let files = '';
  let writes = 0;
  return {
    begin: async () => {
      await since();
      files = await listingOf(studio);
    },
    ask: async (_door, mayWrite, knock) => {
      const [status, before] = [await knock(), files];
      const tables = await since();
      files = await listingOf(studio);
      const told = [...tables, ...(files === before ? [] : ['masters'])];
      if (told.length === 0) return { status, wrong: [] };
      if (mayWrite && status < 400) {
        writes += 1;
        return { status, wrong: [] };
      }
      return { status, wrong: [`answers ${status} and writes to ${told.join(', ')}`] };
    },
    end: async () => [],
    writes: () => writes,
  };
};

/** Names and lengths of all masters and of whatever lies beside them. */
const listingOf = async ({ values }: Studio): Promise<string> => {
  const entries = await readdir(values.mastersDir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const told = files.map(async (file) => `${file} ${(await stat(file).catch(() => null))?.size}`);
  return (await Promise.all(told)).toSorted().join('\n');
};
