import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { clearances } from '#access/level.ts';
import { grantStates } from '#collections/grants.ts';
import { atOnce } from '../../database/at-once.ts';
import { anyId } from '../../desk/section.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());

const stored = z.object({
  id: anyId,
  person: z.string(),
  state: z.enum(grantStates),
  from: z.string(),
  clearance: z.enum(clearances),
  compartments: z.array(z.string()),
  until: instant,
  reason: z.string(),
  askedBy: z.string(),
  askedName: text,
  askedAt: instant,
  lapsesAt: instant,
  decidedBy: text,
  decidedName: text,
});
/** A proposal of what a person may know, as it is kept; instants in UTC. */
export type Grant = z.infer<typeof stored>;

const collection = 'grants';

const findGrants = async (req: PayloadRequest, where: Where): Promise<Grant[]> => {
  const asked = { collection, where, sort: '-askedAt', limit: 0, pagination: false, req } as const;
  return (await req.payload.db.find(asked)).docs.map((doc) => stored.parse(doc));
};

/** Those that wait for an answer at this moment: nobody has decided, and their time is not over. */
export const waitingGrants = async (req: PayloadRequest, where: Where = {}): Promise<Grant[]> => {
  const waiting = await findGrants(req, { and: [{ state: { equals: 'asked' } }, where] });
  return waiting.filter(({ lapsesAt }) => new Date(lapsesAt) > new Date());
};

/** What waits for an answer about one person; null where nothing does. */
export const openGrant = async (req: PayloadRequest, person: string): Promise<Grant | null> =>
  (await waitingGrants(req, { person: { equals: person } }))[0] ?? null;

export const readGrant = async (req: PayloadRequest, id: string): Promise<Grant | null> =>
  (await findGrants(req, { id: { equals: id } }))[0] ?? null;

/** Notes that somebody wants to give a person clearance. @returns the id of the proposal */
export const makeGrant = async (
  req: PayloadRequest,
  data: Omit<Grant, 'id' | 'state' | 'decidedBy' | 'decidedName'>,
): Promise<string> => {
  const id = randomUUID();
  const row = { ...data, id, state: 'asked' };
  await req.payload.db.create({ collection, customID: id, data: row, req, returning: false });
  return id;
};

/** How a proposal moves on, and who moved it. */
export interface Move {
  readonly state: Grant['state'];
  readonly decidedBy?: string;
  readonly decidedName?: string | null;
  readonly decidedAt?: string;
  readonly decidedWhy?: string | null;
}

/**
 * Moves a proposal on from the state in which it was seen.
 * @returns false where somebody was faster
 */
export const moveGrant = async (req: PayloadRequest, { id, state }: Grant, data: Move): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: state } }] };
  return (
    (await req.payload.db.updateOne({ collection, where, data: { ...data }, req, ...atOnce(req.payload) })) !== null
  );
};
