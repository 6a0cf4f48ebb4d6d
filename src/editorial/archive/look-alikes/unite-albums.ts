import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import {
  hinting,
  isMember,
  type Member,
  memberBy,
  membershipsOf,
  passMember,
  remakeMember,
} from '../../albums/members.ts';
import { nameOf } from '../deletion/picture-for.ts';
import { noteHistory } from '../history/kept-history.ts';
import { standInsOf } from './stand-in.ts';

const placed = z.object({ id: z.string(), album: z.string(), rank: z.string() });

/**
 * What a merger does with albums: memberships that the other record had, each by its own id and with its place, and albums of
 * which it was the cover. All of them, whoever may know of them; kept with the pair, and told to nobody as it is.
 */
export const albumNote = z.object({ members: z.array(placed), covers: z.array(z.string()) });
export type AlbumNote = z.infer<typeof albumNote>;

const cover = z.looseObject({
  id: z.string(),
  cover: z
    .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
    .nullish()
    .catch(null),
  updatedAt: z.union([z.string(), z.date()]),
});
type Cover = z.infer<typeof cover>;

const coversAmong = async (req: PayloadRequest, field: 'id' | 'cover', ids: readonly string[]): Promise<Cover[]> => {
  if (ids.length === 0) return [];
  const where: Where = { [field]: { in: [...ids] } };
  const select = { cover: true, updatedAt: true } as const;
  const { docs } = await req.payload.db.find({ collection: 'albums', where, limit: 0, pagination: false, select, req });
  return z.array(cover).parse(docs);
};

/** The words of an album are dated by those who write them: a cover that is the same picture is no news. */
const setCover = (req: PayloadRequest, { id, updatedAt }: Cover, image: string): Promise<unknown> =>
  hinting(req, id, [], () =>
    req.payload.db.updateOne({ collection: 'albums', id, data: { cover: image, updatedAt }, req, returning: false }),
  );

/**
 * What a merger will do with the albums of the other record.
 * @param earlier what an attempt that was killed has noted already
 */
export const planAlbums = async (
  req: PayloadRequest,
  other: string,
  earlier: AlbumNote | null | undefined,
): Promise<AlbumNote> => {
  const members = (await membershipsOf(req, other)).map(({ id, album, rank }) => ({ id, album, rank }));
  const covers = (await coversAmong(req, 'cover', [other])).map(({ id }) => id);
  const now = new Set(members.map(({ id }) => id));
  return {
    members: [...(earlier?.members ?? []).filter(({ id }) => !now.has(id)), ...members],
    covers: [...new Set([...(earlier?.covers ?? []), ...covers])],
  };
};

/** A line in the history of a picture: albums that it was put into, or taken out of. It is read by those who may know of them. */
const tell = async (
  req: PayloadRequest,
  picture: string,
  turn: 'merge' | 'part',
  deed: 'put' | 'taken',
  albums: readonly string[],
): Promise<void> => {
  if (albums.length === 0) return;
  const by = { kind: 'albums', actor: req.user ? String(req.user.id) : null, who: nameOf(req) } as const;
  await noteHistory(req.payload, { ...by, picture, facts: { turn, [deed]: albums } }, req);
};

interface Both {
  readonly kept: string;
  readonly other: string;
}

/**
 * Puts the kept record into every album that the other is in, in its place, unless it is there already; the other leaves them,
 * since it stands behind the kept one. So it is with covers. Done twice it does no harm.
 *
 * @NOTE All albums are united, also those that whoever merges may not know of: of these nothing is answered. Nobody can take
 * anything into the open by that, since an album gives no rights to a picture that is marked lower.
 */
export const uniteAlbums = async (
  req: PayloadRequest,
  { members, covers }: AlbumNote,
  { kept, other }: Both,
): Promise<void> => {
  const put: string[] = [];
  for (const { id, album } of members) {
    const isIn = await isMember(req, album, kept);
    const now = await memberBy(req, id);
    if (now?.image === other) await passMember(req, now, kept);
    if (!isIn || now?.image === kept) put.push(album);
  }
  for (const one of await coversAmong(req, 'id', covers)) if (one.cover === other) await setCover(req, one, kept);
  await tell(req, kept, 'merge', 'put', put);
  const left = members.map(({ album }) => album);
  await tell(req, other, 'merge', 'taken', left);
};

/**
 * Gives a membership back.
 * @returns whether the other record is in the album again; null where that is not for this pair to say any more
 */
const giveBack = async (
  req: PayloadRequest,
  noted: Omit<Member, 'image'>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean | null> => {
  const now = await memberBy(req, noted.id);
  // It came from a third record, which has parted already
  if (now && now.image !== from && now.image !== to) return null;
  if (now?.image === from) await passMember(req, now, to);
  // Both were in it, or somebody took the picture out and put it in again: that one stays, and the other is there besides
  else if (!now && (await isMember(req, noted.album, from))) await remakeMember(req, { ...noted, image: to });
  return isMember(req, noted.album, to);
};

const giveCoversBack = async (
  req: PayloadRequest,
  covers: readonly string[],
  albums: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> => {
  for (const one of await coversAmong(req, 'id', [...new Set([...covers, ...albums])])) {
    if (one.cover !== from) continue;
    // A cover that somebody has chosen since is the same picture, and goes with it
    if (covers.includes(one.id) || !(await isMember(req, one.id, from))) await setCover(req, one, to);
  }
};

/**
 * Gives the other record its memberships and covers back as they were. What somebody has done since stays: a picture that was
 * taken out of an album is not put in again, and one that was moved, or put in, stays where it is.
 *
 * @returns ids of the albums to which the other record does not come back, whoever may know of them
 */
export const partAlbums = async (
  req: PayloadRequest,
  { members, covers }: AlbumNote,
  { kept, other }: Both,
): Promise<string[]> => {
  // It may stand behind another one itself by now
  const from = (await standInsOf(req, [kept])).get(kept) ?? kept;
  const back: string[] = [];
  const left: string[] = [];
  const stayed: string[] = [];
  for (const noted of members) {
    const isBack = await giveBack(req, noted, { from, to: other });
    if (isBack === false) stayed.push(noted.album);
    if (!isBack) continue;
    back.push(noted.album);
    if (!(await isMember(req, noted.album, from))) left.push(noted.album);
  }
  await giveCoversBack(req, covers, back, { from, to: other });
  await tell(req, other, 'part', 'put', back);
  await tell(req, from, 'part', 'taken', left);
  return stayed;
};
