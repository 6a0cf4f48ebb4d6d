import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { type Account, accountById, stampOf } from '../sessions/account.ts';

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

/** Somebody between two steps. */
export interface Pending {
  readonly person: Account;
  readonly challenge: string | null;
  /** They came through, or will not: nothing more is taken. */
  end(): Promise<void>;
}

const digestOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url');

/**
 * Remembers, for whichever process answers next, how far somebody has come.
 * @param purpose what the next step is of; a ticket of another purpose does not fit
 * @returns the ticket, which is told once and kept nowhere
 */
export const beginStep = async (
  payload: Payload,
  person: Account,
  purpose: string,
  challenge: string | null = null,
): Promise<string> => {
  const now = Date.now();
  const ticket = randomBytes(32).toString('base64url');
  const id = randomUUID();
  await payload.db.deleteMany({ collection, where: { until: { less_than: new Date(now).toISOString() } } });
  const data = {
    ...{ id, digest: digestOf(ticket), person: person.id, purpose, challenge, tries: 0 },
    ...{ stamp: stampOf(payload.secret, person), until: new Date(now + lasts).toISOString() },
  };
  await payload.db.create({ collection, customID: id, data, returning: false });
  return ticket;
};

/** @returns null where the ticket is none, took too long, was tried too often, or its person is not who they were */
export const pendingStep = async (payload: Payload, ticket: string, purpose: string): Promise<Pending | null> => {
  const where: Where = { and: [{ digest: { equals: digestOf(ticket) } }, { purpose: { equals: purpose } }] };
  const found: unknown = await payload.db.findOne({ collection, where });
  const { data } = row.safeParse(found);
  if (!data || data.until <= new Date() || data.tries >= most) return null;
  await payload.db.updateOne({ collection, id: data.id, data: { tries: data.tries + 1 }, returning: false });
  const person = await accountById(payload, data.person);
  if (!person || person.disabled === true || stampOf(payload.secret, person) !== data.stamp) return null;
  const end = () => payload.db.deleteMany({ collection, where: { id: { equals: data.id } } });
  return { person, challenge: data.challenge ?? null, end };
};
