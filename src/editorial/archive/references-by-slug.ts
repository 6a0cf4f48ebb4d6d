import { createLocalReq, type Payload, type Where } from 'payload';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import { membersAfter } from '../albums/members.ts';

type Named = 'agencies' | 'topics' | 'places' | 'albums' | 'rights';

/** Finds documents by a slug of theirs in any language, rights records by their id as well, each asked for once. */
export interface ReferencesBySlug {
  /** @throws Failure `slug-unknown` (named) */
  idOf(collection: Named, slug: string): Promise<string>;
  /** Ids of the pictures of an album, which is named by a slug or its id. @throws Failure `slug-unknown` (named) */
  picturesIn(album: string): Promise<string[]>;
}

export const referencesBySlug = (payload: Payload): ReferencesBySlug => {
  const known = new Map<string, string>();
  const find = async (collection: Named, slug: string): Promise<string> => {
    const slugs: Where[] = studioLocales.map((locale) => ({ [`slug.${locale}`]: { equals: slug } }));
    // An album or a rights record may have been renamed a moment ago by a curator: its id stays
    const hasId = collection === 'albums' || collection === 'rights';
    const where = { or: hasId ? [...slugs, { id: { equals: slug } }] : slugs };
    const { docs } = await payload.find({
      collection,
      where,
      limit: 1,
      depth: 0,
      overrideAccess: true,
      pagination: false,
    });
    if (!docs[0]) throw new Failure('slug-unknown', { named: slug });
    return String(docs[0].id);
  };
  const idOf = async (collection: Named, slug: string): Promise<string> => {
    const key = `${collection}/${slug}`;
    const id = known.get(key) ?? (await find(collection, slug));
    known.set(key, id);
    return id;
  };
  return {
    idOf,
    picturesIn: async (album) => {
      const members = await membersAfter(await createLocalReq({}, payload), await idOf('albums', album), null, 0);
      return members.map(({ image }) => image);
    },
  };
};
