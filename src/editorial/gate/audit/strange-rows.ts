import { DatabaseSync } from 'node:sqlite';
import type { Payload } from 'payload';
import { readLines } from '#audit-log/read-lines.ts';
import { readStored, removedKey } from '#audit-log/removed.ts';
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

/** Ids of all lines of a log, and keys of those whose content was removed, in a file that is gone when it is closed: a million of them need not fit into memory. */
const idsOf = async (dir: string): Promise<DatabaseSync> => {
  const database = new DatabaseSync('');
  database.exec('CREATE TABLE line (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; BEGIN');
  const insert = database.prepare('INSERT OR IGNORE INTO line VALUES (?)');
  for await (const { bytes } of readLines(dir)) {
    const { stored } = readStored(bytes);
    if ('line' in stored) insert.run(stored.line.id);
    if ('removed' in stored) insert.run(stored.removed.key);
  }
  database.exec('COMMIT');
  return database;
};

/** Rows that no line of the log stands for: the oldest that does not wait for one either, and those of lines that were removed. */
export interface Others {
  readonly strange: string | null;
  readonly left: number;
}

export const otherRows = async (
  payload: Payload,
  dir: string,
  { since, stations }: { readonly since: Date; readonly stations: StationsSeen },
): Promise<Others> => {
  using ids = await idsOf(dir);
  const find = ids.prepare('SELECT 1 FROM line WHERE id = ?');
  let left = 0;
  for await (const page of rowsSince(payload, new Date(0)))
    for (const { id, at, row } of page) {
      if (find.get(id)) continue;
      if (find.get(removedKey(id))) {
        left += 1;
        continue;
      }
      const line = lineOfRow(row);
      const waits = line !== null && isNew(stations, line) && at >= since.toISOString();
      if (!waits) return { strange: id, left };
    }
  return { strange: null, left };
};
