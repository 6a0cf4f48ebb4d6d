import type { CollectionSlug, Payload, Where } from 'payload';
import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { searchable } from '#languages/search-words.ts';
import { plainText } from '#translation/content.ts';
import { extractSegments } from '#translation/segments/extract.ts';
import { isTextCollection } from '../../../workflow/content-changes.ts';
import { shapeOf } from '../../shape-of.ts';
import type { TranslatedCollection } from '../../translated-collections.ts';
import type { TextName } from './text-file.ts';

/** Collections in whose documents names stand for everybody to read one day. */
export const namedCollections = [
  'articles',
  'events',
  'images',
  'albums',
  'places',
  'topics',
  'agencies',
] as const satisfies readonly TranslatedCollection[];
export type NamedCollection = (typeof namedCollections)[number];

export const isNamedCollection = (name: string): name is NamedCollection =>
  namedCollections.some((one) => one === name);

/** A document with every word that stands in it, published or not, in any language; null: it is gone. */
export interface ReadText {
  readonly name: TextName;
  readonly words: string | null;
}

const identified = z.looseObject({ id: z.string() });
const version = z.looseObject({
  parent: z.union([z.string(), identified.transform(({ id }) => id)]),
  version: z.unknown(),
});

const find = async ({ db }: Payload, collection: string, where: Where, more: object = {}): Promise<unknown[]> =>
  (await db.find({ collection, where, limit: 0, pagination: false, ...more })).docs;

const wordsOf = (payload: Payload, collection: NamedCollection, documents: readonly unknown[]): string => {
  const shape = shapeOf(payload, collection);
  const texts = documents.flatMap((document) =>
    studioLocales.flatMap((locale) =>
      extractSegments(document, shape, locale).map(({ content }) => plainText(content)),
    ),
  );
  return searchable(texts.join(' \n ')).exact;
};

/** The newest versions of articles and events: what their writers have now. */
const newestOf = async ({ db }: Payload, collection: NamedCollection, ids: readonly string[]) => {
  if (!isTextCollection(collection)) return new Map<string, unknown>();
  const where: Where = { and: [{ parent: { in: [...ids] } }, { latest: { equals: true } }] };
  const paging = { limit: 0, pagination: false } as const;
  const { docs } = await db.findVersions({ collection: collection as CollectionSlug, where, ...paging });
  return new Map(docs.map((doc) => version.parse(doc)).map(({ parent, version: draft }) => [parent, draft]));
};

/** Documents as they stand committed, drafts and published texts together. */
export const readTexts = async (
  payload: Payload,
  collection: NamedCollection,
  ids: readonly string[],
): Promise<ReadText[]> => {
  if (ids.length === 0) return [];
  const found = await find(payload, collection, { id: { in: [...ids] } });
  const published = new Map(found.map((doc) => [identified.parse(doc).id, doc]));
  const drafts = await newestOf(payload, collection, ids);
  return ids.map((id) => {
    const documents = [published.get(id), drafts.get(id)].filter((one) => one !== undefined);
    return { name: { collection, id }, words: published.has(id) ? wordsOf(payload, collection, documents) : null };
  });
};

/** A page of all ids of a collection. */
export const readIds = async (payload: Payload, collection: NamedCollection, after: string, limit: number) => {
  const where: Where = after === '' ? {} : { id: { greater_than: after } };
  const docs = await find(payload, collection, where, { sort: 'id', limit, select: { updatedAt: true } });
  return docs.map((doc) => identified.parse(doc).id);
};
