import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { readMarkings } from '../../beside/read-markings.ts';
import { type ReadPicture, readPicture } from './picture.ts';

/** What tells whether a picture is in the index as it stands: when it was saved, and how it is marked. */
export interface Stamp {
  readonly id: string;
  readonly changed: number;
}

type Db = Pick<Payload, 'db'>;
export type Host = Pick<Payload, 'db' | 'logger'>;

const moment = z.union([z.string(), z.date()]).transform((value) => new Date(value));
const stamp = z.looseObject({ id: z.string(), updatedAt: moment.transform((at) => at.getTime()) });
const membership = z.looseObject({ album: z.string(), image: z.string() });

const find = async (
  { db }: Db,
  collection: string,
  where: Where,
  more: { sort?: string; limit?: number; select?: Record<string, true> } = {},
): Promise<unknown[]> => {
  const paging = { limit: 0, pagination: false } as const;
  return (await db.find({ collection, where, ...paging, ...more })).docs;
};

/** A page of all pictures by id, as little of each as there is. */
export const readStamps = async (payload: Db, after: string, limit: number): Promise<Stamp[]> => {
  const where: Where = after === '' ? {} : { id: { greater_than: after } };
  const docs = await find(payload, 'images', where, { sort: 'id', limit, select: { updatedAt: true } });
  return docs.map((doc) => {
    const { id, updatedAt } = stamp.parse(doc);
    return { id, changed: updatedAt };
  });
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
    await readMarkings(payload, 'images', ids),
  ];
  return docs.flatMap((doc) => {
    const id = String((doc as { id: unknown }).id);
    const known = markings.get(id);
    return (known && readPicture(doc, known, albums.get(id) ?? [])) || [];
  });
};
