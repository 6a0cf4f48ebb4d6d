import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { ledgerTables } from './ledger-tables.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The ledger's file: statements by their text, kept prepared, and transactions. */
export interface LedgerFile extends Disposable {
  all(sql: string, ...values: SQLInputValue[]): Row[];
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** All of it or nothing, durably. */
  transaction<T>(work: () => T): T;
}

/** Opens `ledger.db` in `dir`, which is made when missing. Losing it loses no content: see `recover.ts`. */
export function openLedgerFile(dir: string): LedgerFile {
  mkdirSync(dir, { recursive: true, mode: 0o750 });
  const database = new DatabaseSync(join(dir, 'ledger.db'), { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(ledgerTables);
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    all: (sql, ...values) => prepared(sql).all(...values),
    get: (sql, ...values) => prepared(sql).get(...values),
    run: (sql, ...values) => {
      prepared(sql).run(...values);
    },
    transaction: (work) => inTransaction(database, work),
    [Symbol.dispose]: () => {
      if (database.isOpen) database.close();
    },
  };
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (cause) {
    database.exec('ROLLBACK');
    throw cause;
  }
}
