import { searchable } from '#languages/search-words.ts';
import { type IndexDatabase, openIndexDatabase } from '../../../beside/index-database.ts';
import { type IndexedDocument, keyOf } from './coverage-document.ts';

/** Raised with every change of what is kept of a document, and of how states are told: an index of another version is thrown away. */
const version = 2;

const tables = `
  CREATE TABLE IF NOT EXISTS document (row INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, data TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE IF NOT EXISTS titles USING fts5(
    exact, folded, content = '', contentless_delete = 1, detail = column,
    prefix = '2 3', tokenize = "unicode61 remove_diacritics 0"
  );
`;

/** The index on disk: documents with their states as they were last computed, and the words of their titles. */
export interface CoverageFile extends Omit<IndexDatabase, 'database'> {
  documents(): Iterable<{ row: number; document: IndexedDocument }>;
  /** What stands in a row; null where nothing does. */
  document(row: number): IndexedDocument | null;
  put(row: number, document: IndexedDocument): void;
  remove(row: number): void;
  /** Rows whose titles are as asked, in whatever language. @param match as FTS5 takes it */
  find(match: string): readonly number[];
}

/** @param path of the file, null for an index that lives as long as the process */
export const openCoverageFile = (path: string | null): CoverageFile => {
  const { database, ...beside } = openIndexDatabase(path, { version, tables });
  const all = database.prepare('SELECT row, data FROM document ORDER BY row');
  const one = database.prepare('SELECT data FROM document WHERE row = ?');
  const put = database.prepare(
    'INSERT INTO document (row, key, data) VALUES (?, ?, ?) ON CONFLICT (row) DO UPDATE SET key = excluded.key, data = excluded.data',
  );
  const putTitles = database.prepare('INSERT OR REPLACE INTO titles (rowid, exact, folded) VALUES (?, ?, ?)');
  const drop = database.prepare('DELETE FROM document WHERE row = ?');
  const dropTitles = database.prepare('DELETE FROM titles WHERE rowid = ?');
  const find = database.prepare('SELECT json_group_array(rowid) AS rows FROM titles WHERE titles MATCH ?');
  return {
    ...beside,
    *documents() {
      for (const { row, data } of all.iterate()) yield { row: Number(row), document: JSON.parse(String(data)) };
    },
    document: (row) => {
      const data = one.get(row)?.data;
      return data === undefined ? null : (JSON.parse(String(data)) as IndexedDocument);
    },
    put: (row, document) => {
      put.run(row, keyOf(document.collection, document.id), JSON.stringify(document));
      const { exact, folded } = searchable(Object.values(document.titles).join(' \n '));
      putTitles.run(row, exact, folded);
    },
    remove: (row) => {
      drop.run(row);
      dropTitles.run(row);
    },
    find: (match) => JSON.parse(String(find.get(match)?.rows)) as number[],
  };
};
