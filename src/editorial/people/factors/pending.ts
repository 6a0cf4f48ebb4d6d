import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { type Account, accountById, stampOf } from '../sessions/account.ts';
import { alone } from './prove.ts';

/** So long a step may take, in milliseconds, and so often it may be tried. */
const lasts = 5 * 60 * 1000;
const most = 5;

const collection = 'pending-steps';

const row = z.object({
  id: z.string(),
  person: z.string(),
  stamp: z.string(),
  challenge: z.string().nullish(),
  tries: z.number(),
  until: z.union([z.string(), z.date()]).transform((at) => new Date(at)),
});

/** Whoever has not said yet who they are. */
const anybody = { id: 'anybody', stamp: '' } as const;

/** Rows whose time is over go whenever one is added. */
const add = async (payload: Payload, row: Record<string, unknown> & { readonly until: string }): Promise<void> => {
  const id = randomUUID();
  await payload.db.deleteMany({ collection, where: { until: { less_than: new Date().toISOString() } } });
  await payload.db.create({ collection, customID: id, data: { ...row, id, tries: 0 }, returning: false });
};

/** Somebody between two steps. */
export interface Pending {
  readonly person: Account;
  /** What their authenticator has to sign from now on, and no other. */
  ask(challenge: string): Promise<unknown>;
  /** They came through, or will not: nothing more is taken. */
  end(): Promise<void>;
}

const digestOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url');

/**
 * Remembers, for whichever process answers next, how far somebody has come.
 * @param purpose what the next step is of; a ticket of another purpose does not fit
 * @param challenge what an authenticator has to sign
 * @returns the ticket, which is told once and kept nowhere
 */
export const beginStep = async (
  payload: Payload,
  person: Account,
  purpose: string,
  challenge: string | null = null,
): Promise<string> => {
  const ticket = randomBytes(32).toString('base64url');
  await add(payload, {
    ...{ digest: digestOf(ticket), person: person.id, purpose, challenge },
    stamp: stampOf(payload.secret, person),
    until: new Date(Date.now() + lasts).toISOString(),
  });
  return ticket;
};

const rowOf = async (payload: Payload, ticket: string, purpose: string) => {
  const where: Where = { and: [{ digest: { equals: digestOf(ticket) } }, { purpose: { equals: purpose } }] };
  const found: unknown = await payload.db.findOne({ collection, where });
  const { data } = row.safeParse(found);
  return data && data.until > new Date() ? data : null;
};

/**
 * What an authenticator has to have signed, told once: of two that come with it one gets null, in whatever process, and so does
 * whoever comes again.
 */
export const takeChallenge = (payload: Payload, ticket: string, purpose: string): Promise<string | null> =>
  alone(payload, `challenge of ${digestOf(ticket)}`, async () => {
    const data = await rowOf(payload, ticket, purpose);
    if (!data?.challenge) return null;
    await payload.db.updateOne({ collection, id: data.id, data: { challenge: null }, returning: false });
    return data.challenge;
  });

/** Uses up a ticket that stands for itself. @returns whether nobody had, in whatever process */
export const spendTicket = (payload: Payload, ticket: string, purpose: string, until: Date): Promise<boolean> =>
  alone(payload, `ticket ${digestOf(ticket)}`, async () => {
    if (await rowOf(payload, ticket, purpose)) return false;
    const { id: person, stamp } = anybody;
    await add(payload, {
      digest: digestOf(ticket),
      person,
      purpose,
      challenge: null,
      stamp,
      until: until.toISOString(),
    });
    return true;
  });

/** @returns null where the ticket is none, took too long, was tried too often, or its person is not who they were */
export const pendingStep = async (payload: Payload, ticket: string, purpose: string): Promise<Pending | null> => {
  const data = await rowOf(payload, ticket, purpose);
  if (!data || data.tries >= most) return null;
  await payload.db.updateOne({ collection, id: data.id, data: { tries: data.tries + 1 }, returning: false });
  const person = await accountById(payload, data.person);
  if (!person || person.disabled === true || stampOf(payload.secret, person) !== data.stamp) return null;
  const end = () => payload.db.deleteMany({ collection, where: { id: { equals: data.id } } });
  const ask = (challenge: string) =>
    payload.db.updateOne({ collection, id: data.id, data: { challenge }, returning: false });
  return { person, ask, end };
};
