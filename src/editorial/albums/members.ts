import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { standInsOf } from '../archive/look-alikes/stand-in.ts';
import { leaveHint } from '../outbox/hint.ts';
import { rankBetween } from './rank.ts';

const collection = 'album-members';

const row = z.object({ id: z.string(), album: z.string(), image: z.string(), rank: z.string() });

/** One picture in one album. */
export type Member = z.infer<typeof row>;

const rows = async (req: PayloadRequest, where: Where, sort: 'rank' | '-rank', limit: number): Promise<Member[]> => {
  const { docs } = await req.payload.db.find({ collection, where, sort, limit, pagination: false, req });
  return z.array(row).parse(docs);
};

const first = async (req: PayloadRequest, where: Where, sort: 'rank' | '-rank'): Promise<Member | null> =>
  (await rows(req, where, sort, 1))[0] ?? null;

export const memberOf = (req: PayloadRequest, album: string, image: string): Promise<Member | null> =>
  first(req, { and: [{ album: { equals: album } }, { image: { equals: image } }] }, 'rank');

export const isMember = async (req: PayloadRequest, album: string, image: string): Promise<boolean> =>
  (await memberOf(req, album, image)) !== null;

/** Members behind a rank, in order, whoever may see them. */
export const membersAfter = (
  req: PayloadRequest,
  album: string,
  rank: string | null,
  limit: number,
): Promise<Member[]> => {
  const where: Where[] = [{ album: { equals: album } }, ...(rank === null ? [] : [{ rank: { greater_than: rank } }])];
  return rows(req, { and: where }, 'rank', limit);
};

/** Memberships of a picture, whatever the album. */
export const membershipsOf = (req: PayloadRequest, image: string): Promise<Member[]> =>
  rows(req, { image: { equals: image } }, 'rank', 0);

/**
 * The gate looks at the album, and gate and archive screen at the pictures that come or go, which may take their rights from there:
 * before the write where a database may have no transactions, and with it.
 */
export const hinting = async <T>(
  req: PayloadRequest,
  album: string,
  images: readonly string[],
  write: () => Promise<T>,
): Promise<T> => {
  const subjects = [
    ...images.map((documentId) => ({ collection: 'images', documentId })),
    { collection: 'albums', documentId: album },
  ];
  if (req.payload.db.name !== 'sqlite') for (const subject of subjects) await leaveHint(req, subject, null);
  const done = await write();
  for (const subject of subjects) await leaveHint(req, subject, req);
  return done;
};

/** Where something is put among the members of an album. */
export type Place =
  | { readonly at: 'front' | 'end' }
  /** Directly before or behind another member. */
  | { readonly before: string }
  | { readonly after: string };

/** A rank at a place; null where the member that it speaks of is not there. `self` is looked through. */
const rankAt = async (req: PayloadRequest, album: string, place: Place, self: string): Promise<string | null> => {
  const among: Where[] = [{ album: { equals: album } }, { image: { not_equals: self } }];
  const next = (anchor: Member, direction: 'greater_than' | 'less_than') => {
    const where = { and: [...among, { rank: { [direction]: anchor.rank } }] };
    return first(req, where, direction === 'greater_than' ? 'rank' : '-rank');
  };
  if ('at' in place) {
    const end = await first(req, { and: among }, place.at === 'end' ? '-rank' : 'rank');
    return place.at === 'end' ? rankBetween(end?.rank ?? null, null) : rankBetween(null, end?.rank ?? null);
  }
  const anchor = await memberOf(req, album, 'before' in place ? place.before : place.after);
  if (!anchor || anchor.image === self) return null;
  if ('after' in place) return rankBetween(anchor.rank, (await next(anchor, 'greater_than'))?.rank ?? null);
  return rankBetween((await next(anchor, 'less_than'))?.rank ?? null, anchor.rank);
};

/** Puts this very record into an album; `id` of the membership where it once had one. @returns whether it is new there */
const put = async (
  req: PayloadRequest,
  { album, image, rank, id = randomUUID() }: Omit<Member, 'id' | 'rank'> & { rank: string | null; id?: string },
): Promise<boolean> => {
  if (await isMember(req, album, image)) return false;
  const place = rank ?? (await rankAt(req, album, { at: 'end' }, image)) ?? rankBetween(null, null);
  const data = { id, album, image, rank: place };
  try {
    await hinting(req, album, [image], () =>
      req.payload.db.create({ collection, customID: id, data, returning: false, req }),
    );
    return true;
  } catch (cause) {
    // Somebody else was faster: each pair stands there once
    if (await isMember(req, album, image)) return false;
    throw cause;
  }
};

/** A rank, or one directly behind what stands there now. */
const rankNear = async (req: PayloadRequest, album: string, image: string, rank: string): Promise<string | null> => {
  const there = await first(req, atRank(album, rank), 'rank');
  return there ? rankAt(req, album, { after: there.image }, image) : rank;
};

/** The record that a curator means by a picture: where two were made one, the one that stands for both. */
const meant = async (req: PayloadRequest, image: string): Promise<string> =>
  (await standInsOf(req, [image])).get(image) ?? image;

/**
 * Puts a picture into an album, at the end or at a given rank. One that is in it stays where it is.
 * @returns whether it is new there
 */
export const putMember = async (
  req: PayloadRequest,
  album: string,
  image: string,
  rank: string | null = null,
): Promise<boolean> => put(req, { album, image: await meant(req, image), rank });

/**
 * Puts a picture into an album where it once stood, or directly behind what stands there now; at the end where that is not known.
 * @returns whether it is new there
 */
export const putMemberBack = async (
  req: PayloadRequest,
  album: string,
  image: string,
  rank: string | null,
): Promise<boolean> => {
  const one = await meant(req, image);
  return put(req, { album, image: one, rank: rank === null ? null : await rankNear(req, album, one, rank) });
};

/** Makes a membership again that was taken away, of this very record, where it stood or directly behind what stands there now. */
export const remakeMember = async (req: PayloadRequest, { id, album, image, rank }: Member): Promise<boolean> =>
  put(req, { id, album, image, rank: await rankNear(req, album, image, rank) });

const atRank = (album: string, rank: string): Where => ({
  and: [{ album: { equals: album } }, { rank: { equals: rank } }],
});

/** Takes a picture out of an album. @returns whether it was there */
export const removeMember = async (req: PayloadRequest, album: string, image: string): Promise<boolean> => {
  const found = await memberOf(req, album, image);
  if (!found) return false;
  await hinting(req, album, [image], () =>
    req.payload.db.deleteMany({ collection, where: { id: { equals: found.id } }, req }),
  );
  return true;
};

/**
 * Another picture takes the place that one has in an album; where it is in it already, the one goes and the other stays where it is.
 * The membership stays the same, so that it can be passed back.
 */
export const passMember = async (req: PayloadRequest, member: Member, to: string): Promise<void> => {
  const { id, album, image } = member;
  const leave = () => req.payload.db.deleteMany({ collection, where: { id: { equals: id } }, req });
  await hinting(req, album, [image, to], async () => {
    if (await isMember(req, album, to)) return leave();
    const data = { ...member, image: to };
    try {
      await req.payload.db.updateOne({ collection, id, data, returning: false, req });
    } catch (cause) {
      // Somebody else was faster: each pair stands there once
      if (!(await isMember(req, album, to))) throw cause;
      await leave();
    }
  });
};

/** A membership by its own id, whosever it is now. */
export const memberBy = (req: PayloadRequest, id: string): Promise<Member | null> =>
  first(req, { id: { equals: id } }, 'rank');

/** Gives a member another place: its own rank changes and no other. @returns false where it or what it is put beside is gone */
export const moveMember = async (req: PayloadRequest, album: string, image: string, place: Place): Promise<boolean> => {
  const found = await memberOf(req, album, image);
  const rank = found && (await rankAt(req, album, place, image));
  if (!found || rank === null) return false;
  const data = { ...found, rank };
  await hinting(req, album, [], () =>
    req.payload.db.updateOne({ collection, id: found.id, data, returning: false, req }),
  );
  return true;
};

/** With an album or a picture go its memberships. */
export const forgetMembers = async (req: PayloadRequest, of: 'album' | 'image', id: string): Promise<void> => {
  await req.payload.db.deleteMany({ collection, where: { [of]: { equals: id } }, req });
};
