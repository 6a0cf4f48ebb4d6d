import { randomBytes } from 'node:crypto';
import type { DatabaseAdapter } from 'payload';
import { z } from 'zod';
import { type ExactTexts, openExactTexts } from '#sealing/exact-text.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import { openTextReader, openTextSeal } from '#sealing/sealed-text.ts';

type Rows = Pick<DatabaseAdapter, 'create' | 'findOne'>;

const collection = 'payload-kv';
const where = { key: { equals: 'exact-texts' } };
const record = { collection, id: 'exact-texts' };

const row = z.looseObject({ data: z.looseObject({ sealed: z.string() }) }).nullish();

const stored = async (rows: Rows): Promise<string | null> =>
  row.parse(await rows.findOne({ collection, where }))?.data.sealed ?? null;

/** Two processes may begin at once: the database takes one key, and the other process finds that. */
const make = async (rows: Rows, keys: LevelKeys): Promise<string> => {
  const seal = await openTextSeal({ ...record, level: 'restricted' }, keys);
  const sealed = seal('data', randomBytes(32).toString('base64'));
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
  const key = await openTextReader(async () => keys)(record, 'data', sealed);
  return openExactTexts(Buffer.from(key, 'base64'));
};
