import { DatabaseSync } from 'node:sqlite';
import { readLines } from '#audit-log/read-lines.ts';
import { isRemoved, readRemoved, removedKey } from '#audit-log/removed.ts';

/** Lines of a log of which only the hashes stay. */
export interface RemovedKeys extends Disposable {
  /** How many of them a record has removed, by its number. */
  linesOf(record: number): number;
  /** Number of the record by which the line of a row was removed; null: it was not. @param id of the row */
  recordOf(id: string): number | null;
}

/**
 * Reads which lines of a log are removed: their keys lie in a file that is gone when it is closed, for a million of them need not fit
 * into memory.
 * @param dir folder of the log
 */
export const openRemovedKeys = async (dir: string): Promise<RemovedKeys> => {
  const database = new DatabaseSync('');
  database.exec('CREATE TABLE gone (key TEXT PRIMARY KEY, record INTEGER) STRICT, WITHOUT ROWID; BEGIN');
  const insert = database.prepare('INSERT OR IGNORE INTO gone VALUES (?, ?)');
  const counts = new Map<number, number>();
  for await (const { bytes } of readLines(dir)) {
    if (!isRemoved(bytes)) continue;
    const { by, key } = readRemoved(bytes).removed;
    insert.run(key, by);
    // Lines, not keys: nothing keeps two lines of a log from being about one row
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  database.exec('COMMIT');
  const find = database.prepare('SELECT record FROM gone WHERE key = ?');
  return {
    linesOf: (record) => counts.get(record) ?? 0,
    recordOf: (id) => {
      const record = find.get(removedKey(id))?.record;
      return typeof record === 'number' ? record : null;
    },
    [Symbol.dispose]: () => database.close(),
  };
};
