import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { checkMayOrder } from '../../albums/album-door.ts';
import { membershipsOf, putMemberBack, removeMember } from '../../albums/members.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import type { AlbumChange } from './change.ts';
import { type EditItem, endItem, makeItem } from './edit-store.ts';
import { type Outcome, readPicture, type Work } from './known-picture.ts';

const places = z.array(z.strictObject({ album: z.string(), rank: z.string().nullable() }));
const note = z.looseObject({ albums: z.strictObject({ put: places, taken: places }) });

/** The albums that a picture goes into and out of, with its place there where it has or had one. */
export type Moves = z.infer<typeof note>['albums'];

/** What an edit has noted that it does with a picture's albums; null for an edit of something else. */
export const movesIn = (before: unknown): Moves | null => note.safeParse(before).data?.albums ?? null;

/** Where the picture stands in each of its albums. */
const ranksOf = async (req: PayloadRequest, id: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await membershipsOf(req, id)).map(({ album, rank }) => [album, rank]));

/**
 * Carries moves out. The note of them stands before, and each of them can be done twice, so an attempt that was killed is
 * simply made again.
 */
const carryOut = async (
  { payload, edit, user }: Work,
  req: PayloadRequest,
  id: string,
  moves: Moves,
  item: EditItem | null,
): Promise<Outcome> => {
  if (moves.put.length + moves.taken.length === 0) return 'same';
  const viewer = viewerOf(user);
  if (!viewer) throw new Failure('not-found');
  for (const { album } of [...moves.put, ...moves.taken]) await checkMayOrder(req, viewer, album);
  const begun =
    item?.id ?? (await makeItem(payload, { edit: edit.id, picture: id, state: 'doing', before: { albums: moves } }));
  await inTransaction(req, async () => {
    for (const { album, rank } of moves.put) await putMemberBack(req, album, id, rank);
    for (const { album } of moves.taken) await removeMember(req, album, id);
  });
  await endItem(payload, begun, { state: 'changed' });
  return 'changed';
};

/** Puts one picture into albums and takes it out of others, with its owner’s rights to each of them. */
export const editAlbums = async (
  work: Work,
  req: PayloadRequest,
  id: string,
  { add, remove }: AlbumChange,
  item: EditItem | null,
): Promise<Outcome> => {
  await readPicture(req, id);
  const begun = movesIn(item?.before);
  if (begun) return carryOut(work, req, id, begun, item);
  const ranks = await ranksOf(req, id);
  const gone = remove.filter((album) => !add.includes(album));
  const put = add.filter((album) => !ranks.has(album)).map((album) => ({ album, rank: null }));
  const taken = gone.filter((album) => ranks.has(album)).map((album) => ({ album, rank: ranks.get(album) ?? null }));
  return carryOut(work, req, id, { put, taken }, item);
};

/** Takes the picture out of where an edit has put it, and puts it back to where it stood; what is so already stays. */
export const undoAlbums = async (
  work: Work,
  req: PayloadRequest,
  id: string,
  done: Moves,
  item: EditItem | null,
): Promise<Outcome> => {
  await readPicture(req, id);
  const begun = movesIn(item?.before);
  if (begun) return carryOut(work, req, id, begun, item);
  const ranks = await ranksOf(req, id);
  const put = done.taken.filter(({ album }) => !ranks.has(album));
  const taken = done.put.filter(({ album }) => ranks.has(album));
  return carryOut(work, req, id, { put, taken }, item);
};
