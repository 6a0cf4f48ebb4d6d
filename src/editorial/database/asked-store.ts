import type { CollectionSlug, Payload, PayloadRequest, Sort, Where } from 'payload';
import type { z } from 'zod';
import { atOnce } from './at-once.ts';

/** Something that one person asks for and another one answers: a lowering, a clearance, copies, a removal. */
interface AskedRecord {
  readonly id: string;
  readonly state: string;
}

/** Whoever reads, within the transaction of a request where there is one. */
export type StoreUser = { readonly payload: Payload } & Partial<Pick<PayloadRequest, 'transactionID'>>;

const inside = (req: StoreUser) => ('transactionID' in req ? { req: req as PayloadRequest } : {});

/** Rows that were told to be unreadable, by process. */
const told = new WeakMap<Payload, Set<string>>();

/** Tells the operator once of each row that is not what programs of ours write: it counts for nothing, and holds up no other one. */
const tellUnread = ({ payload }: StoreUser, collection: string, row: unknown): void => {
  const id = String((row as { id?: unknown }).id);
  const known = told.get(payload) ?? new Set();
  told.set(payload, known);
  if (known.has(`${collection} ${id}`)) return;
  known.add(`${collection} ${id}`);
  payload.logger.error({ collection, id }, 'a request cannot be read and counts for nothing');
};

/**
 * Requests of one kind in their collection.
 * @param stored how a row is read
 */
export const askedStore = <T extends AskedRecord>(collection: CollectionSlug, stored: z.ZodType<T>) => ({
  /** Those of which a condition is true: all of them, the newest first, where nothing else is said. */
  find: async (
    req: StoreUser,
    where: Where,
    { sort = '-askedAt', limit = 0 }: { readonly sort?: Sort; readonly limit?: number } = {},
  ): Promise<T[]> => {
    const { docs } = await req.payload.db.find({ collection, where, sort, limit, pagination: false, ...inside(req) });
    return docs.flatMap((row) => {
      const { data } = stored.safeParse(row);
      if (data === undefined) tellUnread(req, collection, row);
      return data ?? [];
    });
  },
  /** Notes what somebody asks for, in the state `asked`, under an id that the log can be told first. */
  make: async (req: PayloadRequest, id: string, data: Readonly<Record<string, unknown>>): Promise<void> => {
    const row = { ...data, id, state: 'asked' };
    await req.payload.db.create({ collection, customID: id, data: row, req, returning: false });
  },
  /**
   * Moves one on from the state in which it was seen.
   * @returns false where somebody was faster
   */
  move: async (req: StoreUser, seen: AskedRecord, data: Readonly<Record<string, unknown>>): Promise<boolean> => {
    const where: Where = { and: [{ id: { equals: seen.id } }, { state: { equals: seen.state } }] };
    const change = { collection, where, data: { ...data }, ...inside(req), ...atOnce(req.payload) } as const;
    return (await req.payload.db.updateOne(change)) !== null;
  },
});
