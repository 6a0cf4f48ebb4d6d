import type { DatabaseAdapter } from 'payload';
import type { ExactTexts } from '#sealing/exact-text.ts';
import type { SealedLevel } from '#sealing/identity.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import type { Related } from './asked-of-sealed.ts';
import type { FindRaw } from './level-of-row.ts';

/** Keys of the levels, looked at when something is written or read. */
export type KeySource = () => Promise<LevelKeys>;

/** What seals texts in the database. */
export interface TextSealing {
  readonly keys: KeySource;
  /** For what records are looked up by. */
  exact(): Promise<ExactTexts>;
}

/** What the stock adapter does, and what is to be done around it. */
export interface Around {
  readonly stock: DatabaseAdapter;
  readonly sealing: TextSealing;
  readonly find: FindRaw;
  readonly related: Related;
  readonly log: () => DatabaseAdapter['payload']['logger'];
}

/** A row of a collection, and the key under which it belongs. */
export interface Row {
  readonly collection: string;
  readonly id: string;
  readonly level: SealedLevel;
}
