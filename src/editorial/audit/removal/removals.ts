import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { removalStates } from '#collections/audit-removals.ts';
import { studioLocales } from '#languages/locales.ts';
import { askedStore, type StoreUser } from '../../database/asked-store.ts';
import { instant, maybeInstant, number, text } from '../../database/stored-values.ts';
import { retentionKinds } from '../../legal/retention.ts';

/** Lines of one kind from before an instant, for how long such lines are kept, and on what ground. */
export const removedKind = z.strictObject({
  kind: z.enum(retentionKinds),
  before: z.iso.datetime(),
  years: z.int().positive(),
  ground: z.record(z.enum(studioLocales), z.string()),
});
export type RemovedKind = z.infer<typeof removedKind>;

const stored = z.object({
  id: z.string(),
  state: z.enum(removalStates),
  kinds: z.array(removedKind).min(1),
  reason: z.string(),
  askedBy: z.string(),
  askedName: text,
  askedAt: instant,
  lapsesAt: instant,
  decidedBy: text,
  decidedName: text,
  decidedAt: maybeInstant,
  decidedWhy: text,
  record: number,
  lines: number,
});
/** A request to remove the content of lines, as it is kept; instants in UTC. */
export type Removal = z.infer<typeof stored>;

const store = askedStore('audit-removals', stored);

/** Requests of which a condition is true, the newest first. */
export const findRemovals = (req: StoreUser, where: Where): Promise<Removal[]> => store.find(req, where);

/** The one that waits for an answer at this moment; null where none does. There is never more than one. */
export const openRemoval = async (req: StoreUser, now: Date): Promise<Removal | null> => {
  const asked = await findRemovals(req, { state: { equals: 'asked' } });
  return asked.find(({ lapsesAt }) => new Date(lapsesAt) > now) ?? null;
};

/** Notes that somebody wants lines removed, under an id that the log is told first. */
export const makeRemoval = async (
  req: PayloadRequest,
  data: Pick<Removal, 'kinds' | 'reason' | 'askedBy' | 'askedName' | 'askedAt' | 'lapsesAt' | 'id'>,
): Promise<void> => {
  const { id, ...asked } = data;
  await store.make(req, id, asked);
};

/** What the lines of both people say of a request: which one, and which lines it asks for. */
export const aboutRemoval = ({ id, kinds }: Pick<Removal, 'id' | 'kinds'>): string =>
  `removal=${id} lines=${kinds.map(({ kind, before }) => `${kind}:${before}`).join(',')}`;

export const newRemovalId = (): string => randomUUID();

/**
 * Moves a request on from the state in which it was seen.
 * @returns false where somebody was faster
 */
export const moveRemoval = (
  req: StoreUser,
  seen: Pick<Removal, 'id' | 'state'>,
  data: Partial<Omit<Removal, 'id' | 'kinds'>>,
): Promise<boolean> => store.move(req, seen, data);
