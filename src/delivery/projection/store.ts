import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StatementSync } from 'node:sqlite';
import { type Database, openDatabase } from './driver.ts';
import { tables, tablesVersion } from './tables.ts';

/** The open store of a node, with a cache of prepared statements. */
export interface Store extends Disposable {
  readonly database: Database;
  /** The prepared statement of this text, made at its first use. Only for texts from code, never from a request. */
  sql(text: string): StatementSync;
  getMeta(key: string): string | null;
  setMeta(key: string, value: string): void;
}

const wrap = (database: Database): Store => {
  const statements = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const known = statements.get(text);
    if (known) return known;
    const made = database.prepare(text);
    statements.set(text, made);
    return made;
  };
  return {
    database,
    sql,
    getMeta: (key) => {
      const value = sql('SELECT value FROM meta WHERE key = ?').get(key)?.value;
      return typeof value === 'string' ? value : null;
    },
    setMeta: (key, value) => {
      sql('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(key, value);
    },
    [Symbol.dispose]: () => {
      statements.clear();
      database[Symbol.dispose]();
    },
  };
};

const isCurrent = (database: Database): boolean =>
  database.prepare('PRAGMA user_version').get()?.user_version === tablesVersion;

const create = (database: Database): void =>
  database.transaction(() => {
    database.exec(tables);
    database.exec(`PRAGMA user_version = ${tablesVersion}`);
  });

const fileIn = (dir: string): string => join(dir, 'projection.db');

/** Deletes what a folder holds and lets it stand: a disk may be mounted there. */
const empty = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
};

/** Throws the store away; pictures, tiles and all. The feed has everything. */
export const dropStore = (dir: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(fileIn(dir) + ending, { force: true });
  for (const folder of ['images', 'tiles']) empty(join(dir, folder));
};

/** Opens the store of a node; one of another version or a damaged one is made anew. */
export const openStore = (dir: string): Store => {
  mkdirSync(dir, { recursive: true });
  try {
    const database = openDatabase(fileIn(dir));
    if (isCurrent(database)) return wrap(database);
    database[Symbol.dispose]();
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  dropStore(dir);
  const fresh = openDatabase(fileIn(dir));
  create(fresh);
  return wrap(fresh);
};

/** SQLite's codes for a file that is damaged (11) or no database (26). */
const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (error.errcode === 11 || error.errcode === 26);
