import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type Value = SQLInputValue;
/** A row as SQLite gives it; whoever asked for it knows its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** The one place that knows which SQLite we use. Synchronous: a transaction is never interleaved with a request. */
export interface Database extends Disposable {
  prepare(sql: string): StatementSync;
  exec(sql: string): void;
  /** Runs all of `work` or nothing of it. */
  transaction<T>(work: () => T): T;
}

const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -16000;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA temp_store = MEMORY;
  PRAGMA busy_timeout = 5000;
`;

/** Opens (or makes) the store of a node. @param file path, or `:memory:` */
export const openDatabase = (file: string): Database => {
  const database = new DatabaseSync(file);
  database.exec(settings);
  const transaction = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    prepare: (sql) => database.prepare(sql),
    exec: (sql) => database.exec(sql),
    transaction,
    [Symbol.dispose]: () => {
      if (database.isOpen) database.close();
    },
  };
};
