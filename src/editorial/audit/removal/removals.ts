import { randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { removalStates } from '#collections/audit-removals.ts';
import { studioLocales } from '#languages/locales.ts';
import { atOnce } from '../../database/at-once.ts';
import { retentionKinds } from '../../legal/retention.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const number = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());

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
  decidedAt: instant.nullish().transform((value) => value ?? null),
  decidedWhy: text,
  record: number,
  lines: number,
});
/** A request to remove the content of lines, as it is kept; instants in UTC. */
export type Removal = z.infer<typeof stored>;

type Asked = { readonly payload: Payload } & Partial<Pick<PayloadRequest, 'transactionID'>>;
const inside = (req: Asked) => ('transactionID' in req ? { req: req as PayloadRequest } : {});

const collection = 'audit-removals';

/** Requests of which a condition is true, the newest first. */
export const findRemovals = async (req: Asked, where: Where): Promise<Removal[]> => {
  const asked = { collection, where, sort: '-askedAt', limit: 0, pagination: false } as const;
  const { docs } = await req.payload.db.find({ ...asked, ...inside(req) });
  return docs.map((doc) => stored.parse(doc));
};

/** The one that waits for an answer at this moment; null where none does. There is never more than one. */
export const openRemoval = async (req: Asked, now: Date): Promise<Removal | null> => {
  const asked = await findRemovals(req, { state: { equals: 'asked' } });
  return asked.find(({ lapsesAt }) => new Date(lapsesAt) > now) ?? null;
};

/** Notes that somebody wants lines removed, under an id that the log is told first. */
export const makeRemoval = async (
  req: PayloadRequest,
  data: Pick<Removal, 'kinds' | 'reason' | 'askedBy' | 'askedName' | 'askedAt' | 'lapsesAt' | 'id'>,
): Promise<void> => {
  const { id } = data;
  await req.payload.db.create({
    ...{ collection, customID: id, data: { ...data, state: 'asked' } },
    ...{ req, returning: false },
  });
};

/** What the lines of both people say of a request: which one, and which lines it asks for. */
export const aboutRemoval = ({ id, kinds }: Pick<Removal, 'id' | 'kinds'>): string =>
  `removal=${id} lines=${kinds.map(({ kind, before }) => `${kind}:${before}`).join(',')}`;

export const newRemovalId = (): string => randomUUID();

/**
 * Moves a request on from the state in which it was seen.
 * @returns false where somebody was faster
 */
export const moveRemoval = async (
  req: Asked,
  { id, state }: Pick<Removal, 'id' | 'state'>,
  data: Partial<Omit<Removal, 'id' | 'kinds'>>,
): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: state } }] };
  return (await req.payload.db.updateOne({ collection, where, data, ...inside(req), ...atOnce(req.payload) })) !== null;
};
