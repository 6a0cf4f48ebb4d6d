import type { DatabaseAdapter } from 'payload';
import { mongoSeals } from './mongo-seals.ts';
import type { SealStore } from './seal-store.ts';
import { sqliteSeals } from './sqlite-seals.ts';

/** The seals of a database. */
export const sealStoreOf = (database: Pick<DatabaseAdapter, 'name'>): SealStore =>
  database.name === 'sqlite' ? sqliteSeals(database) : mongoSeals(database);
