import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { byLocale } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';
import { languageOf } from '../words/language-of.ts';
import { readableAmong } from './album-door.ts';
import { type Member, memberOf, membersAfter, membershipsOf } from './members.ts';

/** A picture of an album as the studio shows it. */
export interface ListedMember {
  readonly id: string;
  readonly title: string;
  /** Whether the public may see it; false too while that takes a second person. */
  readonly isPublic: boolean;
  /** Whether there is anything of its master to show. */
  readonly isShown: boolean;
}

export interface MemberPage {
  readonly members: readonly ListedMember[];
  /** To be passed on as `after`; null: this is the end. */
  readonly next: string | null;
}

const image = z.looseObject({
  id: z.string(),
  title: byLocale,
  releasedBy: z.unknown().optional(),
  marking: z.looseObject({ level: z.string() }).nullish().catch(null),
  master: z.looseObject({ display: z.string().nullish() }).nullish().catch(null),
});

const titled = z.looseObject({ id: z.string(), title: byLocale });

const find = async (req: PayloadRequest, collection: 'images' | 'albums', ids: readonly string[], depth: number) => {
  // By itself, not as part of the request: all languages are wanted, and the request has its own
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: [...ids] } },
    locale: 'all',
    limit: ids.length,
    pagination: false,
    depth,
    overrideAccess: false,
    user: req.user,
  });
  return docs;
};

const described = async (req: PayloadRequest, ids: readonly string[]): Promise<ListedMember[]> => {
  if (ids.length === 0) return [];
  const images = new Map(
    z
      .array(image)
      .parse(await find(req, 'images', ids, 1))
      .map((one) => [one.id, one]),
  );
  return ids.flatMap((id) => {
    const one = images.get(id);
    if (!one) return [];
    const isPublic = one.marking?.level === 'public' && Boolean(one.releasedBy);
    const title = bestTitle(one.title, languageOf(req)) || id.slice(0, 8);
    return [{ id, title, isPublic, isShown: one.master?.display !== 'none' }];
  });
};

/** Members that are read at once while those that somebody may see are looked for. */
const portion = 300;

/**
 * Some pictures of an album in its order, as far as the person may know of them; of others neither place nor number is told.
 * @param after id of the last picture that was seen
 * @throws Failure `album-changed` where that one is not in the album any more
 */
export const listMembers = async (
  req: PayloadRequest,
  album: string,
  after: string | null,
  limit: number,
): Promise<MemberPage> => {
  // Of a picture that somebody may not know of it is not told whether it is in the album
  const isKnown = after !== null && (await readableAmong(req, 'images', [after])).has(after);
  const begin = isKnown ? await memberOf(req, album, after) : null;
  if (after !== null && !begin) throw new Failure('album-changed');
  const seen: string[] = [];
  for (let rank = begin?.rank ?? null; seen.length <= limit; ) {
    const rows: Member[] = await membersAfter(req, album, rank, portion);
    const images = rows.map((row) => row.image);
    const known = await readableAmong(req, 'images', images);
    seen.push(...images.filter((id) => known.has(id)));
    if (rows.length < portion) break;
    rank = rows.at(-1)?.rank ?? null;
  }
  const page = seen.slice(0, limit);
  return { members: await described(req, page), next: seen.length > limit ? (page.at(-1) ?? null) : null };
};

/** An album by its name. */
export interface NamedAlbum {
  readonly id: string;
  /** In the person’s language, else in whichever there is. */
  readonly title: string;
}

/** Some albums by title, as far as the person may know of them. */
export const albumsNamed = async (req: PayloadRequest, ids: readonly string[]): Promise<NamedAlbum[]> => {
  if (ids.length === 0) return [];
  const language = languageOf(req);
  const albums = z.array(titled).parse(await find(req, 'albums', ids, 0));
  return albums
    .map(({ id, title }) => ({ id, title: bestTitle(title, language) || id.slice(0, 8) }))
    .sort((one, other) => one.title.localeCompare(other.title, language));
};

/** Albums that a picture is in, by title, as far as the person may know of them. */
export const listAlbumsOf = async (req: PayloadRequest, of: string): Promise<NamedAlbum[]> =>
  albumsNamed(
    req,
    (await membershipsOf(req, of)).map(({ album }) => album),
  );
