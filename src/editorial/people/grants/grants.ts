import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { clearances } from '#access/level.ts';
import { grantStates } from '#collections/grants.ts';
import { askedStore } from '../../database/asked-store.ts';
import { instant, text } from '../../database/stored-values.ts';
import { anyId } from '../../desk/section.ts';

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

const store = askedStore('grants', stored);

/** Those that wait for an answer at this moment: nobody has decided, and their time is not over. */
export const waitingGrants = async (req: PayloadRequest, where: Where = {}): Promise<Grant[]> => {
  const waiting = await store.find(req, { and: [{ state: { equals: 'asked' } }, where] });
  return waiting.filter(({ lapsesAt }) => new Date(lapsesAt) > new Date());
};

/** What waits for an answer about one person; null where nothing does. */
export const openGrant = async (req: PayloadRequest, person: string): Promise<Grant | null> =>
  (await waitingGrants(req, { person: { equals: person } }))[0] ?? null;

export const readGrant = async (req: PayloadRequest, id: string): Promise<Grant | null> =>
  (await store.find(req, { id: { equals: id } }))[0] ?? null;

/** What lines of the log say of a proposal: which one, so that the lines of both people are known to belong together. */
export const aboutGrant = (id: string): string => `grant=${id}`;

/** Id of a proposal that is not there yet: the log is told of it first. */
export const newGrantId = (): string => randomUUID();

/** Notes that somebody wants to give a person clearance, under an id that the log is told first. */
export const makeGrant = (
  req: PayloadRequest,
  { id, ...asked }: Omit<Grant, 'state' | 'decidedBy' | 'decidedName'>,
): Promise<void> => store.make(req, id, asked);

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
export const moveGrant = (req: PayloadRequest, seen: Grant, data: Move): Promise<boolean> =>
  store.move(req, seen, { ...data });
