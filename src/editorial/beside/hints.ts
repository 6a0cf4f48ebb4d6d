import type { Payload, Where } from 'payload';
import { z } from 'zod';

/** A row of the outbox: a document that has changed, or is about to. */
export interface Hint {
  readonly id: string;
  readonly collection: string;
  readonly documentId: string;
  readonly at: string;
}

type Db = Pick<Payload, 'db'>;

const hint = z.object({
  id: z.string(),
  collection: z.string(),
  documentId: z.string(),
  at: z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString()),
});

const find = async ({ db }: Db, where: Where, more: { sort?: string; limit?: number }): Promise<unknown[]> =>
  (await db.find({ collection: 'outbox', where, limit: 0, pagination: false, ...more })).docs;

/** Rows of the outbox that are not older than a moment, oldest first. */
export const readHints = async (payload: Db, since: Date): Promise<Hint[]> =>
  z.array(hint).parse(await find(payload, { at: { greater_than_equal: since.toISOString() } }, { sort: 'at' }));

export const readNewestHint = async (payload: Db): Promise<Hint | null> => {
  const [row] = await find(payload, {}, { sort: '-at', limit: 1 });
  return row === undefined ? null : hint.parse(row);
};

export const hasHint = async (payload: Db, id: string): Promise<boolean> =>
  (await find(payload, { id: { equals: id } }, { limit: 1 })).length > 0;
