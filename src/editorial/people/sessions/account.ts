import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type Marking, sealOf } from '#access/level.ts';
import { type Standing, standingAt } from '#access/standing.ts';
import { standingOf } from '#collections/standing-of.ts';
import { fingerprint } from './fingerprint.ts';

const list = z
  .array(z.string())
  .nullish()
  .transform((all) => all ?? []);

/** What signing in has to know of a person, as the database holds it. */
const account = z.looseObject({
  id: z.string(),
  email: z.string(),
  hash: z.string().nullish(),
  salt: z.string().nullish(),
  roles: list,
  disabled: z.boolean().nullish(),
});
/** With what may be known by them at this moment: a grant that is over gives nothing. */
export type Account = z.infer<typeof account> & Pick<Standing, 'clearance' | 'compartments'>;

const accountIn = (found: unknown): Account | null => {
  const { data } = account.safeParse(found);
  if (!data) return null;
  const { clearance, compartments } = standingAt(standingOf(data), new Date());
  return { ...data, clearance, compartments };
};

const find = async (payload: Payload, where: Where, req?: PayloadRequest): Promise<Account | null> => {
  const found: unknown = await payload.db.findOne({ collection: 'users', where, ...(req && { req }) });
  return accountIn(found);
};

/** An address as it is stored. */
export const asAddress = (email: string): string => email.toLowerCase().trim();

/** Addresses of somebody who is there, by installation: read in the place of an account that is not. */
const anybody = new WeakMap<Payload, string>();
/** Nobody’s: it is no address. */
const nowhere = 'nobody';

const somebody = async (payload: Payload): Promise<Account | null> => {
  const known = await find(payload, { email: { equals: anybody.get(payload) ?? nowhere } });
  const one = known ?? (await find(payload, { email: { exists: true } }));
  if (one) anybody.set(payload, one.email);
  return one;
};

/**
 * The account of an address, and one to compare a password with in any case: that one or, where it is not there, that of
 * somebody else. One that is there is read and one that is not, so that the time that it takes tells nothing.
 */
export const accountOrStand = async (
  payload: Payload,
  email: string,
): Promise<{ readonly account: Account | null; readonly stand: Account | null }> => {
  const account = await find(payload, { email: { equals: asAddress(email) } });
  if (!account) return { account, stand: await somebody(payload) };
  await find(payload, { email: { equals: nowhere } });
  return { account, stand: account };
};

/** @param req of whoever has changed the person and not committed that yet */
export const accountById = (payload: Payload, id: string, req?: PayloadRequest): Promise<Account | null> =>
  find(payload, { id: { equals: id } }, req);

/**
 * Everything that a session rests on, in one text. A session whose stamp is not that of its person has ended, whichever
 * program changed them and by whatever way: no list of sessions has to be found for it.
 */
export const stampOf = (secret: string, { id, email, hash, salt, roles, disabled }: Account): string =>
  fingerprint(secret, 'session', [id, email, hash ?? null, salt ?? null, [...roles].sort(), disabled === true]);

export const clearanceOf = ({ clearance, compartments }: Account): Marking => ({ level: clearance, compartments });

export const clearedOf = (one: Account): string => sealOf(clearanceOf(one));
