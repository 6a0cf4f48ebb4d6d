import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { KeptTable, StoreName } from './manifest.ts';
import { multiset } from './multiset.ts';

/** How long a copy waits for somebody else’s write, in milliseconds. */
const timeout = 15_000;

/**
 * Copies an embedded database as it stands at one moment, while others go on writing: SQLite reads it in one transaction.
 * @NOTE Not in a process that has the database open by another library: to the operating system both are one, and the one that
 * closes takes the locks of the other away.
 * @param to a file that is not there yet
 */
export function copyDatabase(from: string, to: string): void {
  const database = new DatabaseSync(from, { readOnly: true, timeout });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A value with its type, so that `1`, `1.0` and `'1'` are three. */
const told = (value: SQLOutputValue): string => {
  if (value === null) return 'n';
  if (value instanceof Uint8Array) return `x${Buffer.from(value).toString('hex')}`;
  return `${typeof value === 'bigint' ? 'i' : typeof value === 'number' ? 'r' : 's'}${value}`;
};

const rowsOf = (database: DatabaseSync, table: string): { rows: number; digest: string } => {
  const statement = database.prepare(`SELECT * FROM ${quoted(table)}`);
  statement.setReadBigInts(true);
  const all = multiset();
  for (const row of statement.iterate())
    all.add(JSON.stringify(Object.entries(row).map(([name, value]) => [name, told(value)])));
  return all.result();
};

/** Every table of a database that nobody writes: number and digest of its rows. */
export function tablesOf(file: string, store: StoreName): KeptTable[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const names = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .all()
      .map(({ name }) => String(name));
    return names.map((name) => ({ store, name, ...rowsOf(database, name) }));
  } finally {
    database.close();
  }
}
