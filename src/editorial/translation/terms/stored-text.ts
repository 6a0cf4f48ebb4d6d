import type { CollectionSlug, PayloadRequest, Where } from 'payload';
import { isStudioLocale, type StudioLocale, studioLocales } from '#languages/locales.ts';
import { isTextCollection } from '../../workflow/content-changes.ts';
import type { TranslatedCollection } from '../translated-collections.ts';

type Doc = Readonly<Record<string, unknown>>;

const isDoc = (value: unknown): value is Doc => value !== null && typeof value === 'object';

/** The language that a document says it was written in. */
export const sourceOf = (document: Doc): StudioLocale =>
  isStudioLocale(document.source) ? document.source : studioLocales[0];

/**
 * A document as its writers have it now, in all languages at once: localised fields as objects by language. Past the rules of
 * access; empty where there is none.
 */
export const readStoredText = async (
  req: PayloadRequest,
  collection: TranslatedCollection,
  id: string,
): Promise<Doc> => {
  if (isTextCollection(collection)) {
    const where: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] };
    const paging = { limit: 1, pagination: false, sort: '-updatedAt' } as const;
    const { docs } = await req.payload.db.findVersions({
      collection: collection as CollectionSlug,
      where,
      ...paging,
      req,
    });
    const version: unknown = docs[0]?.version;
    if (isDoc(version)) return version;
  }
  const found: unknown = await req.payload.db.findOne({ collection, where: { id: { equals: id } }, req });
  return isDoc(found) ? found : {};
};
