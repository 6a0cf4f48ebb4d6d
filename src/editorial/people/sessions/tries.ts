import { randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import { asAddress } from './account.ts';
import { fingerprint } from './fingerprint.ts';

/** Failed tries within `window` milliseconds after which no password is right: for one account from one network, and for a network. */
export const bounds = { window: 10 * 60 * 1000, together: 10, network: 100 } as const;

/** One try, written down before its password is looked at: of many at the same time none is forgotten. */
export interface Try {
  /** Whether it counts at all. One that does not is answered like a wrong password. */
  readonly isFree: boolean;
  /** It succeeded: those of before are forgotten with it. */
  forget(): Promise<void>;
}

const collection = 'sign-in-tries';

/** What tells one address from others and cannot be read. */
export const accountPrint = (payload: Payload, email: string): string =>
  fingerprint(payload.secret, 'tries of an account', asAddress(email));

/**
 * Counts by account and network together: whoever guesses shuts out themselves, and not the person whose account it is.
 * Nothing here asks whether there is such an account.
 */
export const enterTry = async (payload: Payload, email: string, from: string, now = new Date()): Promise<Try> => {
  const { db } = payload;
  const account = accountPrint(payload, email);
  const network = fingerprint(payload.secret, 'tries from a network', from);
  const id = randomUUID();
  await db.deleteMany({
    collection,
    where: { at: { less_than: new Date(now.getTime() - bounds.window).toISOString() } },
  });
  const data = { id, account, network, at: now.toISOString() };
  await db.create({ collection, customID: id, data, returning: false });
  const ofNetwork: Where = { network: { equals: network } };
  const together: Where = { and: [ofNetwork, { account: { equals: account } }] };
  const [all, both] = await Promise.all([ofNetwork, together].map((where) => db.count({ collection, where })));
  const isFree = (all?.totalDocs ?? 0) <= bounds.network && (both?.totalDocs ?? 0) <= bounds.together;
  // What did not count makes nobody wait longer
  if (!isFree) await db.deleteMany({ collection, where: { id: { equals: id } } });
  return { isFree, forget: () => db.deleteMany({ collection, where: together }) };
};

/** Lets an account be tried again from everywhere. @param req of a change that is not committed yet */
export const forgetTries = async (payload: Payload, email: string, req?: PayloadRequest): Promise<void> => {
  const where: Where = { account: { equals: accountPrint(payload, email) } };
  await payload.db.deleteMany({ collection, where, ...(req && { req }) });
};
