import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Hint } from './hints.ts';

/** Where in the outbox an index stands: id and moment of the newest row that it has followed. */
export type Anchor = Pick<Hint, 'id' | 'at'>;

/** What every index on disk has beside its own tables. */
export interface IndexDatabase extends Disposable {
  readonly database: DatabaseSync;
  /** Writes all of it or nothing. */
  write(work: () => void): void;
  anchor(): Anchor | null;
  setAnchor(anchor: Anchor | null): void;
}

/** The tables of an index. Its version is raised with every change of what is kept: one of another version is thrown away. */
export interface IndexSchema {
  readonly version: number;
  readonly tables: string;
}

const meta = 'CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;';

/**
 * @NOTE The file belongs to one process, which holds it locked as long as it lives: what is in memory and what is on disk
 * change together. The system gives it free when the process dies, however it dies.
 */
const settings = 'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;';

const prepare = (database: DatabaseSync, { version, tables }: IndexSchema): void => {
  database.exec(settings);
  const { user_version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (user_version !== 0 && user_version !== version) throw new Error('another version');
  database.exec(`BEGIN IMMEDIATE; ${tables} ${meta} PRAGMA user_version = ${version}; COMMIT;`);
};

const remove = (file: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
};

const openAt = (file: string, schema: IndexSchema): DatabaseSync => {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    prepare(database, schema);
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
const openDatabase = (file: string | null, schema: IndexSchema): DatabaseSync => {
  if (file === null) return openAt(':memory:', schema);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return openAt(file, schema);
  } catch (error) {
    if (!isUseless(error) || !existsSync(file)) return openAt(':memory:', schema);
    remove(file);
    return openAt(file, schema);
  }
};

/** @param path of the file, null for an index that lives as long as the process */
export const openIndexDatabase = (path: string | null, schema: IndexSchema): IndexDatabase => {
  const database = openDatabase(path, schema);
  const getMeta = database.prepare("SELECT value FROM meta WHERE key = 'anchor'");
  const setMeta = database.prepare("INSERT OR REPLACE INTO meta VALUES ('anchor', ?)");
  return {
    database,
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
