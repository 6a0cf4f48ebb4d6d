import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Sort, Where } from 'payload';
import { z } from 'zod';
import { loweringStates } from '#collections/lowerings.ts';
import { askedStore, type StoreUser } from '../../database/asked-store.ts';
import { instant, maybeInstant, text } from '../../database/stored-values.ts';
import { anyId } from '../../desk/section.ts';
import { markedCollections } from '../references.ts';

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
  decidedAt: maybeInstant,
  decidedWhy: text,
});
/** A request to mark something lower, as it is kept; instants in UTC. */
export type Lowering = z.infer<typeof stored>;

const store = askedStore('lowerings', stored);

/** Requests of which a condition is true: all of them, the newest first, where nothing else is said. */
export const findLowerings = (
  req: StoreUser,
  where: Where,
  order: { readonly sort?: Sort; readonly limit?: number } = {},
): Promise<Lowering[]> => store.find(req, where, order);

/** Those that wait for an answer at this moment: nobody has decided, and their time is not over. */
export const waitingLowerings = async (req: StoreUser, now: Date, where: Where = {}): Promise<Lowering[]> => {
  const waiting = await findLowerings(req, { and: [{ state: { equals: 'asked' } }, where] });
  return waiting.filter(({ lapsesAt }) => new Date(lapsesAt) > now);
};

/** What waits for an answer about one marking; null where nothing does. */
export const openLowering = async (req: StoreUser, marking: string, now: Date): Promise<Lowering | null> =>
  (await waitingLowerings(req, now, { marking: { equals: marking } }))[0] ?? null;

export const readLowering = async (req: StoreUser, id: string): Promise<Lowering | null> =>
  (await findLowerings(req, { id: { equals: id } }))[0] ?? null;

/** What lines of the log say of a request: which one, so that the lines of both people are known to belong together. */
export const aboutLowering = (id: string): string => `lowering=${id}`;

/** Id of a request that is not there yet: the log is told of it first. */
export const newLoweringId = (): string => randomUUID();

/** Notes that somebody wants something marked lower, under an id that the log is told first. */
export const makeLowering = async (
  req: PayloadRequest,
  { id, ...asked }: Omit<Lowering, 'state' | 'decidedBy' | 'decidedName' | 'decidedAt' | 'decidedWhy'>,
): Promise<void> => store.make(req, id, asked);

/**
 * Moves a request on from the state in which it was seen.
 * @returns false where somebody was faster
 */
export const moveLowering = (
  req: PayloadRequest,
  seen: Lowering,
  data: Partial<Pick<Lowering, 'state' | 'decidedBy' | 'decidedName' | 'decidedAt' | 'decidedWhy'>>,
): Promise<boolean> => store.move(req, seen, data);
