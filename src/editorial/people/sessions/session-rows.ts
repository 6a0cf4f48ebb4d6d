import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { isAtLeast, readSeal } from '#access/level.ts';
import { type Account, clearanceOf, clearedOf, stampOf } from './account.ts';

const moment = z.union([z.string(), z.date()]).transform((at) => new Date(at));

const row = z.object({
  id: z.string(),
  person: z.string(),
  stamp: z.string(),
  cleared: z.string(),
  factor: z.enum(['totp', 'passkey', 'recovery']).nullish().catch(null),
  provenAt: moment,
  network: z.string().nullish(),
  agent: z.string().nullish(),
  at: moment,
  seenAt: moment,
  until: moment,
});
export type SessionRow = z.infer<typeof row>;

/** Where somebody signs in. */
export interface Origin {
  readonly network: string;
  /** What the browser calls itself. */
  readonly agent: string;
}

/** By what somebody has proven themselves beside their password; null where they have nothing. */
export type Factor = 'totp' | 'passkey' | 'recovery' | null;

/** A session that has just begun: `token` is told once, to the browser, and kept nowhere. */
export interface Opened {
  readonly id: string;
  readonly token: string;
  readonly until: Date;
}

/** In milliseconds: a session ends so long after it was last renewed, and so long after its beginning whatever happens. */
export const lasts = { idle: 8 * 60 * 60 * 1000, most: 24 * 60 * 60 * 1000 } as const;

const collection = 'sessions';

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** @param req of an act that is not committed yet and that the session is to share its fate with */
export const openSession = async (
  payload: Payload,
  person: Account,
  { network, agent }: Origin,
  factor: Factor,
  req?: PayloadRequest,
): Promise<Opened> => {
  const now = new Date();
  const token = randomBytes(32).toString('base64url');
  const id = randomUUID();
  const until = new Date(now.getTime() + lasts.idle);
  const within = req ? { req } : {};
  await payload.db.deleteMany({ collection, where: { until: { less_than: now.toISOString() } }, ...within });
  const data = {
    ...{ id, digest: digestOf(token), person: person.id, network, agent: agent.slice(0, 300) },
    ...{ stamp: stampOf(payload.secret, person), cleared: clearedOf(person) },
    ...{ factor, provenAt: now.toISOString() },
    ...{ at: now.toISOString(), seenAt: now.toISOString(), until: until.toISOString() },
  };
  await payload.db.create({ collection, customID: id, data, returning: false, ...within });
  return { id, token, until };
};

/** The row of a token that has not run out. Whether it still holds is for `holds` to say. */
export const sessionOf = async (payload: Payload, token: string): Promise<SessionRow | null> => {
  const found: unknown = await payload.db.findOne({ collection, where: { digest: { equals: digestOf(token) } } });
  const { data } = row.safeParse(found);
  return data && data.until > new Date() ? data : null;
};

/** Whether its person still is who they were when it began, and knows no less. */
export const holds = (payload: Payload, session: SessionRow, person: Account): boolean => {
  const begun = readSeal(session.cleared);
  return (
    session.person === person.id &&
    session.stamp === stampOf(payload.secret, person) &&
    begun !== null &&
    isAtLeast(clearanceOf(person), begun)
  );
};

/** Sessions of a person that have not run out, the newest first. @param req of a change that is not committed yet */
export const sessionsOf = async (payload: Payload, person: string, req?: PayloadRequest): Promise<SessionRow[]> => {
  const where: Where = {
    and: [{ person: { equals: person } }, { until: { greater_than: new Date().toISOString() } }],
  };
  const asked = { collection, where, limit: 0, pagination: false, sort: '-at', ...(req && { req }) };
  const { docs } = await payload.db.find(asked);
  return z.array(row).parse(docs);
};

/** Lets a session last on. @returns until when */
export const prolong = async (payload: Payload, { id, at }: SessionRow): Promise<Date> => {
  const now = new Date();
  const until = new Date(Math.min(now.getTime() + lasts.idle, at.getTime() + lasts.most));
  const data = { seenAt: now.toISOString(), until: until.toISOString() };
  await payload.db.updateOne({ collection, id, data, returning: false });
  return until;
};

/** Somebody has proven themselves once more, or for the first time. */
export const noteProof = async (payload: Payload, id: string, factor: Factor): Promise<void> => {
  const data = { factor, provenAt: new Date().toISOString() };
  await payload.db.updateOne({ collection, id, data, returning: false });
};

/** What to end of a person’s sessions: one, all but one, or all. */
export type Which = { readonly id: string } | { readonly allBut: string } | 'all';

const whereOf = (person: string, which: Which): Where => {
  const own: Where = { person: { equals: person } };
  if (which === 'all') return own;
  return { and: [own, 'id' in which ? { id: { equals: which.id } } : { id: { not_equals: which.allBut } }] };
};

/** @returns how many there were */
export const endSessions = async (
  payload: Payload,
  person: string,
  which: Which,
  req?: PayloadRequest,
): Promise<number> => {
  const where = whereOf(person, which);
  const within = req ? { req } : {};
  const { totalDocs } = await payload.db.count({ collection, where, ...within });
  if (totalDocs > 0) await payload.db.deleteMany({ collection, where, ...within });
  return totalDocs;
};
