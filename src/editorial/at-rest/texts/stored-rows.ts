import type { DatabaseAdapter } from 'payload';
import type { KeySource } from './sealing.ts';

/** What a database reads and writes as it lies there, and the keys: for whoever seals it, and for nobody else. */
export interface StoredRows
  extends Pick<DatabaseAdapter, 'create' | 'find' | 'findOne' | 'findVersions' | 'updateOne'> {
  readonly keys: KeySource;
}

/** Pages and programs of one studio are bundled apart, and share their adapter. */
const place = Symbol.for('benthanh.stored-rows');

export const keepStoredRows = (adapter: object, rows: StoredRows): void => {
  Object.assign(adapter, { [place]: rows });
};

/** Null where texts lie in the database as they are. */
export const storedRowsOf = (adapter: object): StoredRows | null =>
  (adapter as { [place]?: StoredRows })[place] ?? null;
