import { randomBytes } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type PairState, pairStates } from '#collections/look-alikes.ts';
import { anyId } from '../../desk/section.ts';
import { type AlbumNote, albumNote } from './unite-albums.ts';

const stored = z.looseObject({
  id: anyId,
  one: z.string(),
  other: z.string(),
  fine: z.number(),
  state: z.enum(pairStates),
  kept: z.string().nullish(),
  before: z.number().nullish(),
  after: z.number().nullish(),
  slugs: z.record(z.string(), z.array(z.string())).nullish(),
  albums: albumNote.nullish(),
});
export type Pair = z.infer<typeof stored>;

type Asked = Pick<PayloadRequest, 'payload'> & Partial<Pick<PayloadRequest, 'transactionID'>>;
const inside = (req: Asked) => ('transactionID' in req ? { req: req as PayloadRequest } : {});

const keyOf = (one: string, other: string): string => [one, other].toSorted().join(' ');

/** Ids grow with time, so that pairs come in the order in which they were found. */
const newId = (): string => `${Date.now().toString(36).padStart(9, '0')}${randomBytes(9).toString('hex')}`;

/** Notes that two pictures look the same, unless that was noted before, whatever became of it. */
export const notePair = async (payload: Payload, one: string, other: string, fine: number): Promise<boolean> => {
  const pair = keyOf(one, other);
  if (await payload.db.findOne({ collection: 'look-alikes', where: { pair: { equals: pair } } })) return false;
  const id = newId();
  const data = { id, pair, one, other, fine, state: 'open' };
  try {
    await payload.db.create({ collection: 'look-alikes', customID: id, data, returning: false });
    return true;
  } catch (cause) {
    // Another process may have been faster
    if (await payload.db.findOne({ collection: 'look-alikes', where: { pair: { equals: pair } } })) return false;
    throw cause;
  }
};

export const readPair = async (req: Asked, id: string): Promise<Pair | null> => {
  const found = await req.payload.db.findOne({
    collection: 'look-alikes',
    where: { id: { equals: id } },
    ...inside(req),
  });
  return found ? stored.parse(found) : null;
};

/**
 * Pairs, the newest first.
 * @param before id of a pair: only those that were found before it
 */
export const findPairs = async (
  { payload }: Asked,
  where: Where,
  limit: number,
  before: string | null = null,
): Promise<Pair[]> => {
  const { docs } = await payload.db.find({
    collection: 'look-alikes',
    where: { and: [where, ...(before === null ? [] : [{ id: { less_than: before } }])] },
    sort: '-id',
    limit,
    pagination: false,
  });
  return docs.map((doc) => stored.parse(doc));
};

export interface Decided {
  readonly state: PairState;
  readonly decidedBy: string | null;
  readonly kept?: string | null;
  readonly before?: number | null;
  readonly after?: number | null;
  readonly slugs?: Pair['slugs'];
  readonly albums?: AlbumNote | null;
}

/** What a curator said of a pair. */
export const decidePair = async (req: PayloadRequest, id: string, decided: Decided): Promise<void> => {
  const { state, decidedBy, kept = null, before = null, after = null, slugs = null, albums = null } = decided;
  const data = { state, decidedBy, decidedAt: new Date().toISOString(), kept, before, after, slugs, albums };
  await req.payload.db.updateOne({ collection: 'look-alikes', id, data, req, returning: false });
};

/** Notes what a merger is about to do with albums, before it does it: an attempt that is killed is made again. */
export const noteAlbums = async (req: PayloadRequest, id: string, albums: AlbumNote): Promise<void> => {
  await req.payload.db.updateOne({ collection: 'look-alikes', id, data: { albums }, req, returning: false });
};

/** Pairs of which a picture is one half. */
export const pairsOf = (image: string): Where => ({ or: [{ one: { equals: image } }, { other: { equals: image } }] });
