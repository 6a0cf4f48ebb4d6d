import { type IndexDatabase, openIndexDatabase } from '../../beside/index-database.ts';
import type { IndexedPicture, ReadPicture } from './picture.ts';

/** Raised with every change of what is kept of a picture: an index of another version is thrown away. */
const schemaVersion = 3;

/** The index on disk: pictures as they are read into memory at the start, and their words. */
export interface IndexFile extends Omit<IndexDatabase, 'database'> {
  pictures(): Iterable<{ row: number; picture: IndexedPicture }>;
  put(row: number, read: ReadPicture): void;
  remove(row: number): void;
  /** Rows whose words all begin or are as asked, with their marks or without. @param match as FTS5 takes it */
  find(match: string): readonly number[];
}

const tables = `
  CREATE TABLE IF NOT EXISTS picture (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    exact, folded, content = '', contentless_delete = 1, detail = column,
    prefix = '2 3', tokenize = "unicode61 remove_diacritics 0"
  );
`;

/** @param path of the file, null for an index that lives as long as the process */
export const openIndexFile = (path: string | null): IndexFile => {
  const beside = openIndexDatabase(path, { version: schemaVersion, tables });
  const { database } = beside;
  const all = database.prepare('SELECT row, data FROM picture ORDER BY row');
  const put = database.prepare(
    'INSERT INTO picture (row, id, data) VALUES (?, ?, ?) ON CONFLICT (row) DO UPDATE SET id = excluded.id, data = excluded.data',
  );
  const putWords = database.prepare('INSERT OR REPLACE INTO words (rowid, exact, folded) VALUES (?, ?, ?)');
  const drop = database.prepare('DELETE FROM picture WHERE row = ?');
  const dropWords = database.prepare('DELETE FROM words WHERE rowid = ?');
  const find = database.prepare('SELECT json_group_array(rowid) AS rows FROM words WHERE words MATCH ?');
  return {
    *pictures() {
      for (const { row, data } of all.iterate()) yield { row: Number(row), picture: JSON.parse(String(data)) };
    },
    write: beside.write,
    put: (row, { picture, exact, folded }) => {
      put.run(row, picture.id, JSON.stringify(picture));
      putWords.run(row, exact, folded);
    },
    remove: (row) => {
      drop.run(row);
      dropWords.run(row);
    },
    find: (match) => JSON.parse(String(find.get(match)?.rows)) as number[],
    anchor: beside.anchor,
    setAnchor: beside.setAnchor,
    [Symbol.dispose]: () => beside[Symbol.dispose](),
  };
};
