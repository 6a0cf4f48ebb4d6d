import type { MemoryUnit } from '#translation/memory/unit.ts';
import { type IndexDatabase, openIndexDatabase } from '../../beside/index-database.ts';

/** Raised with every change of what is kept of a unit: a file of another version is thrown away. */
const version = 1;

/** `origin`: what units come from, a document or a file that was brought; all units of it change together. */
const tables = `
  CREATE TABLE IF NOT EXISTS unit (
    row INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT NOT NULL, data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS unit_origin ON unit (origin);
  CREATE TABLE IF NOT EXISTS origin (name TEXT PRIMARY KEY, stamp TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** What has changed when all units of an origin were put anew. */
export interface Replaced {
  readonly removed: readonly number[];
  readonly added: readonly { row: number; unit: MemoryUnit }[];
}

/** The memory on disk: whole units by number, and from what each comes. */
export interface MemoryFile extends Omit<IndexDatabase, 'database'> {
  /** So many units with numbers above one, in order. */
  units(after: number, limit: number): readonly { row: number; unit: MemoryUnit }[];
  read(row: number): MemoryUnit | null;
  /** Puts the units of an origin in place of those that it had. @param stamp tells whether it has changed since */
  replace(origin: string, stamp: string, units: readonly MemoryUnit[]): Replaced;
  /** Stamps by origin, as they were last read. */
  stamps(): ReadonlyMap<string, string>;
}

const parse = (data: unknown): MemoryUnit => JSON.parse(String(data)) as MemoryUnit;

/** @param path of the file, null for one that lives as long as the process */
export const openMemoryFile = (path: string | null): MemoryFile => {
  const { database, ...beside } = openIndexDatabase(path, { tables, version });
  const page = database.prepare('SELECT row, data FROM unit WHERE row > ? ORDER BY row LIMIT ?');
  const one = database.prepare('SELECT data FROM unit WHERE row = ?');
  const rowsOf = database.prepare('SELECT row FROM unit WHERE origin = ?');
  const put = database.prepare('INSERT INTO unit (origin, data) VALUES (?, ?)');
  const drop = database.prepare('DELETE FROM unit WHERE origin = ?');
  const setStamp = database.prepare('INSERT OR REPLACE INTO origin VALUES (?, ?)');
  const dropStamp = database.prepare('DELETE FROM origin WHERE name = ?');
  const stamps = database.prepare('SELECT name, stamp FROM origin');
  return {
    ...beside,
    units: (after, limit) => page.all(after, limit).map(({ row, data }) => ({ row: Number(row), unit: parse(data) })),
    read: (row) => {
      const found = one.get(row);
      return found ? parse(found.data) : null;
    },
    replace: (origin, stamp, units) => {
      const removed = rowsOf.all(origin).map(({ row }) => Number(row));
      drop.run(origin);
      if (stamp === '') dropStamp.run(origin);
      else setStamp.run(origin, stamp);
      const added = units.map((unit) => ({
        row: Number(put.run(origin, JSON.stringify(unit)).lastInsertRowid),
        unit,
      }));
      return { removed, added };
    },
    stamps: () => new Map(stamps.all().map(({ name, stamp }) => [String(name), String(stamp)])),
  };
};
