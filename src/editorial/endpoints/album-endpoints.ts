import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { checkMayOrder, checkMayRead, readableAmong } from '../albums/album-door.ts';
import { listAlbumsOf, listMembers } from '../albums/list-members.ts';
import { moveMember, type Place, putMember, removeMember } from '../albums/members.ts';
import { releaseAlbum } from '../workflow/release-album.ts';
import type { ReleaseRules } from '../workflow/release-images.ts';
import { inTransaction } from '../workflow/transaction.ts';
import { answering } from './after-error.ts';
import { readJson } from './read-json.ts';
import { idIn, signedIn } from './signed-in.ts';

const id = z.string().min(1).max(64);
const some = z.strictObject({ images: z.array(id).min(1).max(200) });
const move = z.union([
  z.strictObject({ image: id, at: z.enum(['front', 'end']) }),
  z.strictObject({ image: id, before: id }),
  z.strictObject({ image: id, after: id }),
]);

/** Members on one page, at the most and usually. */
const most = 200;
const usual = 60;

const limitIn = (req: PayloadRequest): number => {
  const asked = req.searchParams.get('limit');
  if (asked === null) return usual;
  const limit = Number(asked);
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw new Failure('parameter-invalid', { parameter: 'limit' });
  return limit;
};

/** Each of some images, as one act. @throws Failure `field-invalid` where one is not there for the person */
const withEach = async (
  req: PayloadRequest,
  viewer: Viewer,
  act: (req: PayloadRequest, album: string, image: string) => Promise<boolean>,
): Promise<number> => {
  const album = idIn(req);
  await checkMayOrder(req, viewer, album);
  const { images } = await readJson(req, some);
  const known = await readableAmong(req, 'images', images);
  if (images.some((image) => !known.has(image))) throw new Failure('field-invalid', { field: 'images' });
  return inTransaction(req, async () => {
    let done = 0;
    for (const image of images) if (await act(req, album, image)) done += 1;
    return done;
  });
};

const placeOf = (asked: z.infer<typeof move>): Place => {
  if ('at' in asked) return { at: asked.at };
  return 'before' in asked ? { before: asked.before } : { after: asked.after };
};

/** What a place speaks of has to be there for the person: somebody else may have taken it out. */
const moveOne = async (req: PayloadRequest, viewer: Viewer): Promise<void> => {
  const album = idIn(req);
  await checkMayOrder(req, viewer, album);
  const asked = await readJson(req, move);
  const place = placeOf(asked);
  const named = [asked.image, ...('at' in place ? [] : Object.values(place))];
  const known = await readableAmong(req, 'images', named);
  const isDone =
    named.every((one) => known.has(one)) &&
    (await inTransaction(req, () => moveMember(req, album, asked.image, place)));
  if (!isDone) throw new Failure('album-changed');
};

/**
 * `GET` and `POST /api/albums/:id/members`, `POST …/members/remove`, `…/members/move` and `/api/albums/:id/release`. An order is
 * changed member by member, so that two curators who work at once do not undo each other's work.
 */
export const albumEndpoints = (rules: ReleaseRules): Endpoint[] => [
  {
    path: '/:id/members',
    method: 'get',
    handler: answering(async (req) => {
      await checkMayRead(req, 'album', signedIn(req), idIn(req));
      return Response.json(await listMembers(req, idIn(req), req.searchParams.get('after'), limitIn(req)));
    }),
  },
  {
    path: '/:id/members',
    method: 'post',
    handler: answering(async (req) => Response.json({ added: await withEach(req, signedIn(req), putMember) })),
  },
  {
    path: '/:id/members/remove',
    method: 'post',
    handler: answering(async (req) => Response.json({ removed: await withEach(req, signedIn(req), removeMember) })),
  },
  {
    path: '/:id/members/move',
    method: 'post',
    handler: answering(async (req) => {
      await moveOne(req, signedIn(req));
      return Response.json({ moved: true });
    }),
  },
  {
    path: '/:id/release',
    method: 'post',
    handler: answering(async (req) => {
      const viewer = signedIn(req);
      const released = await inTransaction(req, () => releaseAlbum(req, viewer, idIn(req), rules));
      return Response.json({ released });
    }),
  },
];

/** `GET /api/images/:id/albums`: the albums that a picture is in, as far as the person may know of them. */
export const albumsOfImage: Endpoint = {
  path: '/:id/albums',
  method: 'get',
  handler: answering(async (req) => {
    await checkMayRead(req, 'image', signedIn(req), idIn(req));
    return Response.json({ albums: await listAlbumsOf(req, idIn(req)) });
  }),
};
