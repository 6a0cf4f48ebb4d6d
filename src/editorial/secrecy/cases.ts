import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type SecrecyState, secrecyStates } from '#collections/secrecy-cases.ts';
import { atOnce } from '../database/at-once.ts';
import { type DocumentRef, isReleasedCollection, type ReleasedCollection } from '../release/released-collections.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());

const stored = z.object({
  id: z.string(),
  subjectType: z.custom<ReleasedCollection>(isReleasedCollection),
  subjectId: z.string(),
  state: z.enum(secrecyStates),
  foundAt: instant,
  decidedBy: text,
  decidedName: text,
  decidedAt: instant.nullish().transform((value) => value ?? null),
  reason: text,
});
/** A passage with words of secrecy as it is kept; `id` is its fingerprint, instants in UTC. */
export type SecrecyCase = z.infer<typeof stored>;

type Asked = Pick<PayloadRequest, 'payload'> & Partial<Pick<PayloadRequest, 'transactionID'>>;
const inside = (req: Asked) => ('transactionID' in req ? { req: req as PayloadRequest } : {});

const collection = 'secrecy-cases';

/** Cases of which a condition is true, the oldest first. */
export const findCases = async (req: Asked, where: Where): Promise<SecrecyCase[]> => {
  const asked = { collection, where, sort: 'foundAt', limit: 0, pagination: false } as const;
  const { docs } = await req.payload.db.find({ ...asked, ...inside(req) });
  return docs.map((doc) => stored.parse(doc));
};

export const casesOf = (req: Asked, ids: readonly string[]): Promise<SecrecyCase[]> =>
  ids.length === 0 ? Promise.resolve([]) : findCases(req, { subjectId: { in: [...new Set(ids)] } });

/** Notes that somebody has to decide. Another process that noted the same at the same moment has made the same row. */
export const makeCase = async (payload: Payload, ref: DocumentRef, id: string): Promise<void> => {
  const data = {
    id,
    subjectType: ref.collection,
    subjectId: ref.id,
    state: 'waiting',
    foundAt: new Date().toISOString(),
  };
  try {
    await payload.db.create({ collection, customID: id, data, returning: false });
  } catch (error) {
    if ((await findCases({ payload }, { id: { equals: id } })).length === 0) throw error;
  }
};

/**
 * Moves a case on from the state in which it was seen.
 * @returns false where somebody was faster
 */
export const moveCase = async (
  req: Asked,
  { id, state }: Pick<SecrecyCase, 'id' | 'state'>,
  data: { readonly state: SecrecyState } & Partial<
    Pick<SecrecyCase, 'decidedBy' | 'decidedName' | 'decidedAt' | 'reason'>
  >,
): Promise<boolean> => {
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: state } }] };
  return (await req.payload.db.updateOne({ collection, where, data, ...inside(req), ...atOnce(req.payload) })) !== null;
};
