import type { DatabaseAdapter } from 'payload';

/** What a database reads as it lies there: for whoever seals it, and for nobody else. */
export type StoredRows = Pick<DatabaseAdapter, 'find' | 'findOne' | 'findVersions'>;

/** Pages and programs of one studio are bundled apart, and share their adapter. */
const place = Symbol.for('benthanh.stored-rows');

export const keepStoredRows = (adapter: object, rows: StoredRows): void => {
  Object.assign(adapter, { [place]: rows });
};

/** Null where texts lie in the database as they are. */
export const storedRowsOf = (adapter: object): StoredRows | null =>
  (adapter as { [place]?: StoredRows })[place] ?? null;
