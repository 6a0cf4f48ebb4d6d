import { randomBytes } from 'node:crypto';
import type { DatabaseAdapter } from 'payload';
import { z } from 'zod';
import { type ExactTexts, openExactTexts } from '#sealing/exact-text.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import { keyOfText, openTextReader, openTextSeal } from '#sealing/sealed-text.ts';

type Rows = Pick<DatabaseAdapter, 'create' | 'findOne' | 'updateOne'>;

const collection = 'payload-kv';
const where = { key: { equals: 'exact-texts' } };
const record = { collection, id: 'exact-texts' };

const row = z.looseObject({ data: z.looseObject({ sealed: z.string() }) }).nullish();

/** The key as it lies in the database; null where none was ever made. */
const stored = async (rows: Pick<Rows, 'findOne'>): Promise<string | null> =>
  row.parse(await rows.findOne({ collection, where }))?.data.sealed ?? null;

/** Whether texts have ever been sealed in a database. */
export const hasExactKey = async (rows: Pick<Rows, 'findOne'>): Promise<boolean> => (await stored(rows)) !== null;

const sealedKey = async (key: string, keys: LevelKeys): Promise<string> =>
  (await openTextSeal({ ...record, level: 'restricted' }, keys))('data', key);

const openedKey = (sealed: string, keys: LevelKeys): Promise<string> =>
  openTextReader(async () => keys)(record, 'data', sealed);

/** Two processes may begin at once: the database takes one key, and the other process finds that. */
const make = async (rows: Rows, keys: LevelKeys): Promise<string> => {
  const sealed = await sealedKey(randomBytes(32).toString('base64'), keys);
  const refused = await rows.create({ collection, data: { key: record.id, data: { sealed } } }).then(
    () => null,
    (cause: unknown) => ({ cause }),
  );
  const found = await stored(rows);
  if (found === null) throw refused?.cause;
  return found;
};

/**
 * The key for what records are looked up by. It lies in the database, under the key of `restricted`, and goes where the database goes.
 * @throws what the keys throw, and what a sealed text throws that was changed
 */
export const openExactKey = async (rows: Rows, keys: LevelKeys): Promise<ExactTexts> => {
  const sealed = (await stored(rows)) ?? (await make(rows, keys));
  return openExactTexts(Buffer.from(await openedKey(sealed, keys), 'base64'));
};

/** Brings that key under the newest key of `restricted`, so that an earlier one can be destroyed without it. */
export const rewrapExactKey = async (rows: Rows, keys: LevelKeys): Promise<void> => {
  const sealed = await stored(rows);
  if (sealed === null || keyOfText(sealed)?.generation === (await keys.current('restricted'))) return;
  const data = { data: { sealed: await sealedKey(await openedKey(sealed, keys), keys) } };
  await rows.updateOne({ collection, where, data, returning: false });
};
