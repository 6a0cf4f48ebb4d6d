import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Sort, Where } from 'payload';
import { z } from 'zod';
import { loweringStates } from '#collections/lowerings.ts';
import { atOnce } from '../../database/at-once.ts';
import { anyId } from '../../desk/section.ts';
import { markedCollections } from '../references.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());

const stored = z.object({
  id: anyId,
  marking: z.string(),
  markings: z.array(z.string()),
  subjectType: z.enum(markedCollections),
  subjectId: z.string(),
  state: z.enum(loweringStates),
  from: z.string(),
  to: z.string(),
  fingerprint: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedName: text,
  askedAt: instant,
  lapsesAt: instant,
  decidedBy: text,
  decidedName: text,
  decidedAt: instant.nullish().transform((value) => value ?? null),
  decidedWhy: text,
});
/** A request to mark something lower, as it is kept; instants in UTC. */
export type Lowering = z.infer<typeof stored>;

type Asked = Pick<PayloadRequest, 'payload'> & Partial<Pick<PayloadRequest, 'transactionID'>>;
const inside = (req: Asked) => ('transactionID' in req ? { req: req as PayloadRequest } : {});

const collection = 'lowerings';

/** Requests of which a condition is true: all of them, the newest first, where nothing else is said. */
export const findLowerings = async (
  req: Asked,
  where: Where,
  { sort = '-askedAt', limit = 0 }: { readonly sort?: Sort; readonly limit?: number } = {},
): Promise<Lowering[]> => {
  const asked = { collection, where, sort, limit, pagination: false } as const;
  const { docs } = await req.payload.db.find({ ...asked, ...inside(req) });
  return docs.map((doc) => stored.parse(doc));
};

/** Those that wait for an answer at this moment: nobody has decided, and their time is not over. */
export const waitingLowerings = async (req: Asked, now: Date, where: Where = {}): Promise<Lowering[]> => {
  const waiting = await findLowerings(req, { and: [{ state: { equals: 'asked' } }, where] });
  return waiting.filter(({ lapsesAt }) => new Date(lapsesAt) > now);
};

/** What waits for an answer about one marking; null where nothing does. */
export const openLowering = async (req: Asked, marking: string, now: Date): Promise<Lowering | null> =>
  (await waitingLowerings(req, now, { marking: { equals: marking } }))[0] ?? null;

export const readLowering = async (req: Asked, id: string): Promise<Lowering | null> =>
  (await findLowerings(req, { id: { equals: id } }))[0] ?? null;

/** Notes that somebody wants something marked lower. @returns the id of the request */
export const makeLowering = async (
  req: PayloadRequest,
  data: Omit<Lowering, 'id' | 'state' | 'decidedBy' | 'decidedName' | 'decidedAt' | 'decidedWhy'>,
): Promise<string> => {
  const id = randomUUID();
  await req.payload.db.create({
    ...{ collection, customID: id, data: { ...data, id, state: 'asked' } },
    ...{ req, returning: false },
  });
  return id;
};

/**
 * Moves a request on from the state in which it was seen.
 * @returns false where somebody was faster
 */
export const moveLowering = async (
  req: PayloadRequest,
  { id, state }: Lowering,
  data: Partial<Pick<Lowering, 'state' | 'decidedBy' | 'decidedName' | 'decidedAt' | 'decidedWhy'>>,
): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: state } }] };
  return (await req.payload.db.updateOne({ collection, where, data, req, ...atOnce(req.payload) })) !== null;
};
