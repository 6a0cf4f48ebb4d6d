import type { Payload, Where } from 'payload';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';

type Named = 'agencies' | 'topics' | 'places' | 'rights';

/** Finds documents by a slug of theirs in any language, rights records by their id as well, each asked for once. */
export interface ReferencesBySlug {
  /** @throws Failure `slug-unknown` (named) */
  idOf(collection: Named, slug: string): Promise<string>;
}

export const referencesBySlug = (payload: Payload): ReferencesBySlug => {
  const known = new Map<string, string>();
  const find = async (collection: Named, slug: string): Promise<string> => {
    const slugs = studioLocales.map((locale) => ({ [`slug.${locale}`]: { equals: slug } }));
    const where: Where = { or: collection === 'rights' ? [...slugs, { id: { equals: slug } }] : slugs };
    const { docs } = await payload.find({ collection, where, limit: 1, depth: 0, pagination: false });
    if (!docs[0]) throw new Failure('slug-unknown', { named: slug });
    return String(docs[0].id);
  };
  return {
    idOf: async (collection, slug) => {
      const key = `${collection}/${slug}`;
      const id = known.get(key) ?? (await find(collection, slug));
      known.set(key, id);
      return id;
    },
  };
};
