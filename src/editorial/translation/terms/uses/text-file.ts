import { type IndexDatabase, openIndexDatabase } from '../../../beside/index-database.ts';

/** Raised with every change of what is kept of a document: a file of another version is thrown away. */
const version = 1;

/** A document of the studio. */
export interface TextName {
  readonly collection: string;
  readonly id: string;
}

/** Which words stand in which document, in whatever language and state; no text can be read back from it. */
export interface TextFile extends Omit<IndexDatabase, 'database'> {
  put(name: TextName, words: string): void;
  remove(name: TextName): void;
  clear(): void;
  /** Documents with words that are as asked. @param match as FTS5 takes it */
  find(match: string): readonly TextName[];
}

const tables = `
  CREATE TABLE IF NOT EXISTS document (
    row INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (collection, id)
  ) STRICT;
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    exact, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 0"
  );
`;

/** @param path of the file, null for one that lives as long as the process */
export const openTextFile = (path: string | null): TextFile => {
  const { database, ...beside } = openIndexDatabase(path, { tables, version });
  const rowOf = database.prepare('SELECT row FROM document WHERE collection = ? AND id = ?');
  const add = database.prepare('INSERT INTO document (collection, id) VALUES (?, ?) RETURNING row');
  const drop = database.prepare('DELETE FROM document WHERE row = ?');
  const put = database.prepare('INSERT OR REPLACE INTO words (rowid, exact) VALUES (?, ?)');
  const dropWords = database.prepare('DELETE FROM words WHERE rowid = ?');
  const find = database.prepare(
    'SELECT collection, id FROM document WHERE row IN (SELECT rowid FROM words WHERE words MATCH ?) ORDER BY row DESC',
  );
  return {
    ...beside,
    put: ({ collection, id }, words) => {
      const { row } = rowOf.get(collection, id) ?? add.get(collection, id) ?? {};
      put.run(Number(row), words);
    },
    remove: ({ collection, id }) => {
      const row = rowOf.get(collection, id)?.row;
      if (row === undefined) return;
      drop.run(row);
      dropWords.run(row);
    },
    clear: () => database.exec("DELETE FROM document; INSERT INTO words (words) VALUES ('delete-all');"),
    find: (match) => find.all(match).map(({ collection, id }) => ({ collection: String(collection), id: String(id) })),
  };
};
