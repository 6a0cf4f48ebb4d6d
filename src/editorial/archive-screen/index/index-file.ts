import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { IndexedPicture, ReadPicture } from './picture.ts';

/** Raised with every change of what is kept of a picture: an index of another version is thrown away. */
const schemaVersion = 2;

/** Where in the outbox the index stands: id and moment of the newest row that it has followed. */
export interface Anchor {
  readonly id: string;
  readonly at: string;
}

/** The index on disk: pictures as they are read into memory at the start, and their words. */
export interface IndexFile extends Disposable {
  pictures(): Iterable<{ row: number; picture: IndexedPicture }>;
  /** Writes all of it or nothing. */
  write(work: () => void): void;
  put(row: number, read: ReadPicture): void;
  remove(row: number): void;
  /** Rows whose words all begin or are as asked, with their marks or without. @param match as FTS5 takes it */
  find(match: string): readonly number[];
  anchor(): Anchor | null;
  setAnchor(anchor: Anchor | null): void;
}

const tables = `
  CREATE TABLE IF NOT EXISTS picture (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    exact, folded, content = '', contentless_delete = 1, detail = column,
    prefix = '2 3', tokenize = "unicode61 remove_diacritics 0"
  );
`;

/**
 * @NOTE The file belongs to one process, which holds it locked as long as it lives: what is in memory and what is on disk
 * change together. The system gives it free when the process dies, however it dies.
 */
const settings = 'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;';

const prepare = (database: DatabaseSync): void => {
  database.exec(settings);
  const { user_version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (user_version !== 0 && user_version !== schemaVersion) throw new Error('another version');
  database.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA user_version = ${schemaVersion}; COMMIT;`);
};

const remove = (file: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
};

const openAt = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    prepare(database);
    if (file !== ':memory:') chmodSync(file, 0o600);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** SQLITE_CORRUPT and SQLITE_NOTADB, and what `prepare` says of another version. */
const isUseless = (error: unknown): boolean =>
  error instanceof Error && (!('errcode' in error) || [11, 26].includes(Number(error.errcode) & 0xff));

/**
 * Opens the file; one that is damaged or of another version begins anew. Where another process has it, or nothing can be
 * written there, this process keeps its own in memory.
 */
const openDatabase = (file: string | null): DatabaseSync => {
  if (file === null) return openAt(':memory:');
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return openAt(file);
  } catch (error) {
    if (!isUseless(error) || !existsSync(file)) return openAt(':memory:');
    remove(file);
    return openAt(file);
  }
};

/** @param path of the file, null for an index that lives as long as the process */
export const openIndexFile = (path: string | null): IndexFile => {
  const database = openDatabase(path);
  const all = database.prepare('SELECT row, data FROM picture ORDER BY row');
  const put = database.prepare(
    'INSERT INTO picture (row, id, data) VALUES (?, ?, ?) ON CONFLICT (row) DO UPDATE SET id = excluded.id, data = excluded.data',
  );
  const putWords = database.prepare('INSERT OR REPLACE INTO words (rowid, exact, folded) VALUES (?, ?, ?)');
  const drop = database.prepare('DELETE FROM picture WHERE row = ?');
  const dropWords = database.prepare('DELETE FROM words WHERE rowid = ?');
  const find = database.prepare('SELECT json_group_array(rowid) AS rows FROM words WHERE words MATCH ?');
  const getMeta = database.prepare("SELECT value FROM meta WHERE key = 'anchor'");
  const setMeta = database.prepare("INSERT OR REPLACE INTO meta VALUES ('anchor', ?)");
  return {
    *pictures() {
      for (const { row, data } of all.iterate()) yield { row: Number(row), picture: JSON.parse(String(data)) };
    },
    write: (work) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        work();
        database.exec('COMMIT');
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    put: (row, { picture, exact, folded }) => {
      put.run(row, picture.id, JSON.stringify(picture));
      putWords.run(row, exact, folded);
    },
    remove: (row) => {
      drop.run(row);
      dropWords.run(row);
    },
    find: (match) => JSON.parse(String(find.get(match)?.rows)) as number[],
    anchor: () => {
      const value = getMeta.get()?.value;
      return value === undefined ? null : (JSON.parse(String(value)) as Anchor | null);
    },
    setAnchor: (anchor) => void setMeta.run(JSON.stringify(anchor)),
    [Symbol.dispose]: () => {
      if (database.isOpen) database.close();
    },
  };
};
