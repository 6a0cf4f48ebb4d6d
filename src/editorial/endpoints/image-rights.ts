import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { RightsValues } from '#media/rights/effective-rights.ts';
import { type RightsClosure, type RightsWindow, rightsWindow } from '#media/rights/rights-in-force.ts';
import { readableAmong } from '../albums/album-door.ts';
import { noteReads } from '../audit/note-reads.ts';
import { bestTitle } from '../desk/titles.ts';
import { closureOf, type GivingAlbum, heldRights } from '../release/stored-rights.ts';
import { languageOf } from '../words/language-of.ts';
import { rightsReader } from '../workflow/rights-reader.ts';
import { signedIn } from './signed-in.ts';

/** What holds for a picture at this moment. Nothing of those who are shown is in it. */
export interface RightsAnswer extends RightsWindow {
  /** Why the public may not see it; null: rights allow it, now or from `appearsAt` on. */
  readonly closure: RightsClosure | null;
  readonly rights: Pick<
    RightsValues,
    'credit' | 'creator' | 'holder' | 'rights' | 'maxSide' | 'download' | 'mark' | 'uses'
  >;
  /** Titles of the albums from which it takes what neither it nor its own record says, as far as the person may know of them. */
  readonly albums: readonly string[];
  /** The same of albums that contradict each other. */
  readonly contradicting: readonly string[];
  /** The moment for which it holds. */
  readonly at: string;
}

const titlesOf = async (req: PayloadRequest, albums: readonly GivingAlbum[]): Promise<string[]> => {
  const known = await readableAmong(
    req,
    'albums',
    albums.map(({ id }) => id),
  );
  await noteReads(req, 'albums', [...known], 'glance');
  const language = languageOf(req);
  return albums
    .filter(({ id }) => known.has(id))
    .map(({ id, title }) => bestTitle(title, language) || id.slice(0, 8))
    .sort((one, other) => one.localeCompare(other, language));
};

/** `GET /api/images/:id/rights`, under the very rule of the image: what is in force, from the picture and its records. */
export const answerRights = async (req: PayloadRequest): Promise<Response> => {
  signedIn(req);
  const id = String(req.routeParams?.id ?? '');
  const seen: unknown = await req.payload.findByID({
    collection: 'images',
    id,
    depth: 0,
    select: { createdAt: true },
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  });
  const document: unknown = seen
    ? await req.payload.db.findOne({ collection: 'images', where: { id: { equals: id } }, req })
    : null;
  if (!document) throw new Failure('not-found');
  const [filled] = await rightsReader(req, req)([document]);
  const held = heldRights(filled);
  const { rights, shown, album, contradicting } = held;
  const at = new Date().toISOString();
  const { credit, creator, holder, maxSide, download, mark, uses } = rights;
  const answer: RightsAnswer = {
    ...rightsWindow(rights, shown.consents),
    ...{ closure: closureOf(held, at), at },
    albums: await titlesOf(req, album ? [album] : []),
    contradicting: await titlesOf(req, contradicting),
    rights: { credit, creator, holder, rights: rights.rights, maxSide, download, mark, uses },
  };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
};
