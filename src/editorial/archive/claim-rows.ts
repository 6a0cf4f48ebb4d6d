import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type LockHolder, lockHolder } from '#feed/lock-holder.ts';
import { atOnce } from '../database/at-once.ts';

const collection = 'claims';
const day = 24 * 60 * 60 * 1000;

const stored = z.looseObject({ id: z.string(), token: z.string(), holder: lockHolder, beat: z.number() });
export type ClaimRow = z.infer<typeof stored>;

type Db = Pick<Payload, 'db'>;

const now = (): string => new Date().toISOString();

/** @returns null where the row was made, else what the database said: most often that there is one */
export const makeRow = async ({ db }: Db, name: string, holder: LockHolder): Promise<unknown> => {
  try {
    const data = { id: name, token: holder.token, holder, beat: 0, at: now() };
    await db.create({ collection, customID: name, data, returning: false });
    return null;
  } catch (cause) {
    return cause ?? new Error('no row');
  }
};

export const readRow = async ({ db }: Db, name: string): Promise<ClaimRow | null> => {
  const found: unknown = await db.findOne({ collection, where: { id: { equals: name } } });
  return found ? stored.parse(found) : null;
};

/** Puts another holder into a row that is still as it was seen. @returns whether it was */
export const takeOver = async (payload: Db, seen: ClaimRow, holder: LockHolder): Promise<boolean> => {
  const { id, token, beat: last } = seen;
  const where: Where = { and: [{ id: { equals: id } }, { token: { equals: token } }, { beat: { equals: last } }] };
  const data = { token: holder.token, holder, beat: 0, at: now() };
  return (await payload.db.updateOne({ collection, where, data, ...atOnce(payload) })) !== null;
};

/**
 * @param where the row of a holder
 * @param count how often the holder has been heard of
 * @returns whether there is still such a row
 */
export const beat = async (payload: Db, where: Where, count: number, req?: PayloadRequest): Promise<boolean> => {
  const data = { beat: count, at: now() };
  const change = { collection, where, data, ...atOnce(payload), ...(req ? { req } : {}) } as const;
  return (await payload.db.updateOne(change)) !== null;
};

export const dropRow = async ({ db }: Db, where: Where): Promise<void> => {
  await db.deleteMany({ collection, where });
};

/** Forgets what killed processes left, once it is a day old. @param moment as milliseconds since 1970 */
export const forgetClaims = ({ db }: Db, moment: number): Promise<void> =>
  db.deleteMany({ collection, where: { at: { less_than: new Date(moment - day).toISOString() } } });
