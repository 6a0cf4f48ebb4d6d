import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { isAtLeast, type Marking } from '#access/level.ts';
import { storedAlbum } from '../../release/stored-documents.ts';
import { localList, number } from '../../release/stored-kinds.ts';
import { markingsOf, type StoredMarking } from '../../workflow/marking-store.ts';
import type { References } from './format.ts';
import { outside } from './outside.ts';
import { refuseLost } from './refuse-lost.ts';

/** A picture’s place in an album, as a bag has it. */
export interface Membership {
  readonly album: string;
  readonly rank: string;
}

/** Albums by id with their markings. */
export type AlbumsWithin = ReadonlyMap<string, StoredMarking>;

const ids = z.array(z.looseObject({ id: z.string() }));
const row = z.object({ album: z.string(), image: z.string(), rank: z.string() });
const whole = storedAlbum.extend({ formerSlugs: localList, revision: number });

/** The albums that are marked no higher than `upTo`: no others are told of, neither themselves nor what is in them. */
export const albumsWithin = async (req: PayloadRequest, upTo: Marking): Promise<AlbumsWithin> => {
  const { docs } = await req.payload.db.find({
    ...{ collection: 'albums', where: {}, limit: 0, pagination: false, select: { createdAt: true }, req },
  });
  const all = ids.parse(docs).map(({ id }) => id);
  const within = new Map<string, StoredMarking>();
  for (let from = 0; from < all.length; from += portion) {
    const markings = await markingsOf(req, 'albums', all.slice(from, from + portion));
    for (const [id, marking] of markings) if (isAtLeast(upTo, marking)) within.set(id, marking);
  }
  return within;
};

/** Ids that are asked for at once: databases take only so many. */
const portion = 500;

/** Memberships of some pictures, by picture. */
export const membershipsIn = async (
  req: PayloadRequest,
  images: readonly string[],
): Promise<ReadonlyMap<string, Membership[]>> => {
  const { docs } = await req.payload.db.find({
    ...{ collection: 'album-members', where: { image: { in: [...images] } }, sort: 'album' },
    ...{ limit: 0, pagination: false, req },
  });
  const found = new Map<string, Membership[]>();
  for (const { image, album, rank } of z.array(row).parse(docs))
    found.set(image, [...(found.get(image) ?? []), { album, rank }]);
  return found;
};

/** Albums with all that stand above them and may be told of, those first. @throws Failure `bag-text-lost` */
export const readAlbums = async (
  req: PayloadRequest,
  wanted: Iterable<string>,
  within: AlbumsWithin,
): Promise<References['albums']> => {
  const found = new Map<string, z.infer<typeof whole>>();
  for (let next = [...new Set(wanted)]; next.length > 0; ) {
    const some = next.slice(0, portion);
    const { docs } = await req.payload.db.find({
      ...{ collection: 'albums', where: { id: { in: some } }, limit: 0, pagination: false, req },
    });
    for (const row of docs) refuseLost('albums', row.id, row);
    const albums = z.array(whole).parse(docs);
    for (const album of albums) found.set(album.id, album);
    const above = albums.flatMap((one) => (one.within !== null && within.has(one.within) ? [one.within] : []));
    next = [...new Set([...next.slice(portion), ...above.filter((id) => !found.has(id))])];
  }
  const depthOf = (id: string | null): number => {
    const one = id === null ? undefined : found.get(id);
    return one ? 1 + depthOf(one.within) : 0;
  };
  const sorted = [...found.values()].sort(
    (one, other) => depthOf(one.id) - depthOf(other.id) || (one.id < other.id ? -1 : 1),
  );
  return sorted.flatMap((one) => {
    const marking = within.get(one.id);
    if (!marking) return [];
    const { id, cover, agency, rightsRecord, createdAt, updatedAt, revision } = one;
    const words = { title: outside(one.title), slug: outside(one.slug), description: outside(one.description) };
    return {
      ...{ id, ...words, formerSlugs: outside(one.formerSlugs) },
      ...{ within: one.within !== null && found.has(one.within) ? one.within : null, cover, agency },
      ...{ rightsRecord, pressKit: one.pressKit, pressText: outside(one.pressText) },
      ...{ pressContacts: outside(one.pressContacts), pressEmbargo: one.pressEmbargo },
      marking: { level: marking.level, compartments: [...marking.compartments].sort() },
      ...{ createdAt, updatedAt, revision: revision ?? 0 },
    };
  });
};

/** Fields of the collection that a bag does not carry, with the reason. */
export const leftOutOfAlbums: Readonly<Record<string, string>> = {
  createdBy: 'whoever takes a bag in makes the album anew',
  releasedBy: 'a release elsewhere counts for nothing here',
  seal: 'it repeats the marking, so that lists are found quickly',
};
