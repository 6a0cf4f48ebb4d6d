import { DatabaseSync } from 'node:sqlite';
import type { Payload } from 'payload';
import { readEntry } from '#audit-log/entry.ts';
import { readLines } from '#audit-log/read-lines.ts';
import { lineOfRow } from '../../audit/line-of-row.ts';
import { rowsSince } from './audit-rows.ts';
import { isNew, type StationsSeen } from './stations-seen.ts';

/** Rows that wait to be taken in, and since when the oldest of them has been waiting. */
export interface Waiting {
  readonly rows: number;
  readonly oldest: string | null;
}

/** Rows since an instant whose number the log has not seen. */
export const waitingSince = async (payload: Payload, since: Date, stations: StationsSeen): Promise<Waiting> => {
  let [rows, oldest]: [number, string | null] = [0, null];
  for await (const page of rowsSince(payload, since))
    for (const { row, at } of page) {
      const line = lineOfRow(row);
      if (!line || !isNew(stations, line)) continue;
      rows += 1;
      oldest ??= at;
    }
  return { rows, oldest };
};

/** Ids of all lines of a log, in a file that is gone when it is closed: a million of them need not fit into memory. */
const idsOf = async (dir: string): Promise<DatabaseSync> => {
  const database = new DatabaseSync('');
  database.exec('CREATE TABLE line (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; BEGIN');
  const insert = database.prepare('INSERT OR IGNORE INTO line VALUES (?)');
  for await (const { bytes } of readLines(dir)) {
    const entry = readEntry(bytes);
    if ('line' in entry) insert.run(entry.line.id);
  }
  database.exec('COMMIT');
  return database;
};

/** The oldest row that no line of the log stands for and that does not wait for one either; null: there is none. */
export const strangeRow = async (
  payload: Payload,
  dir: string,
  { since, stations }: { readonly since: Date; readonly stations: StationsSeen },
): Promise<string | null> => {
  using ids = await idsOf(dir);
  const find = ids.prepare('SELECT 1 FROM line WHERE id = ?');
  for await (const page of rowsSince(payload, new Date(0)))
    for (const { id, at, row } of page) {
      if (find.get(id)) continue;
      const line = lineOfRow(row);
      const waits = line !== null && isNew(stations, line) && at >= since.toISOString();
      if (!waits) return id;
    }
  return null;
};
