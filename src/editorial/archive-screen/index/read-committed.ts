import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { type Marking, readSeal } from '#access/level.ts';
import { type ReadPicture, readPicture } from './picture.ts';

/** A row of the outbox: a document that has changed, or is about to. */
export interface Hint {
  readonly id: string;
  readonly collection: string;
  readonly documentId: string;
  readonly at: string;
}

/** What tells whether a picture is in the index as it stands: when it was saved, and how it is marked. */
export interface Stamp {
  readonly id: string;
  readonly changed: number;
}

type Db = Pick<Payload, 'db'>;

const moment = z.union([z.string(), z.date()]).transform((value) => new Date(value));
const hint = z.object({
  id: z.string(),
  collection: z.string(),
  documentId: z.string(),
  at: moment.transform((at) => at.toISOString()),
});
const stamp = z.looseObject({ id: z.string(), updatedAt: moment.transform((at) => at.getTime()) });
const membership = z.looseObject({ album: z.string(), image: z.string() });
const marking = z.looseObject({ subjectId: z.string(), seal: z.string() });

const find = async (
  { db }: Db,
  collection: string,
  where: Where,
  more: { sort?: string; limit?: number; select?: Record<string, true> } = {},
): Promise<unknown[]> => {
  const paging = { limit: 0, pagination: false } as const;
  return (await db.find({ collection, where, ...paging, ...more })).docs;
};

/** Rows of the outbox that are not older than a moment, oldest first. */
export const readHints = async (payload: Db, since: Date): Promise<Hint[]> => {
  const rows = await find(payload, 'outbox', { at: { greater_than_equal: since.toISOString() } }, { sort: 'at' });
  return z.array(hint).parse(rows);
};

export const readNewestHint = async (payload: Db): Promise<Hint | null> => {
  const [row] = await find(payload, 'outbox', {}, { sort: '-at', limit: 1 });
  return row === undefined ? null : hint.parse(row);
};

export const hasHint = async (payload: Db, id: string): Promise<boolean> =>
  (await find(payload, 'outbox', { id: { equals: id } }, { limit: 1 })).length > 0;

/** A page of all pictures by id, as little of each as there is. */
export const readStamps = async (payload: Db, after: string, limit: number): Promise<Stamp[]> => {
  const where: Where = after === '' ? {} : { id: { greater_than: after } };
  const docs = await find(payload, 'images', where, { sort: 'id', limit, select: { updatedAt: true } });
  return docs.map((doc) => {
    const { id, updatedAt } = stamp.parse(doc);
    return { id, changed: updatedAt };
  });
};

/** How pictures are marked, by their id. One whose seal cannot be read is in no answer. */
export const readMarkings = async (payload: Db, ids: readonly string[]): Promise<Map<string, Marking>> => {
  if (ids.length === 0) return new Map();
  const where: Where = { and: [{ subjectType: { equals: 'images' } }, { subjectId: { in: [...ids] } }] };
  const docs = await find(payload, 'markings', where, { select: { subjectId: true, seal: true } });
  const found = new Map<string, Marking>();
  for (const { subjectId, seal } of z.array(marking).parse(docs)) {
    const read = readSeal(seal);
    if (read) found.set(subjectId, read);
  }
  return found;
};

/** Ids of the albums that pictures are in, by the picture's id, always in the same order. Those in none are not among the keys. */
export const readAlbumsOf = async (payload: Db, ids: readonly string[]): Promise<Map<string, string[]>> => {
  if (ids.length === 0) return new Map();
  const docs = await find(payload, 'album-members', { image: { in: [...ids] } });
  const found = new Map<string, string[]>();
  for (const { album, image } of z.array(membership).parse(docs))
    found.set(image, [...(found.get(image) ?? []), album].sort());
  return found;
};

/** Pictures as they stand committed, with their albums and markings; what is missing or cannot be understood is left out. */
export const readPictures = async (payload: Db, ids: readonly string[]): Promise<ReadPicture[]> => {
  if (ids.length === 0) return [];
  const [docs, albums, markings] = [
    await find(payload, 'images', { id: { in: [...ids] } }),
    await readAlbumsOf(payload, ids),
    // Read last: a raise in between is then in it
    await readMarkings(payload, ids),
  ];
  return docs.flatMap((doc) => {
    const id = String((doc as { id: unknown }).id);
    const known = markings.get(id);
    return (known && readPicture(doc, known, albums.get(id) ?? [])) || [];
  });
};
