import type { Kind } from '#access/rules.ts';

/** Every collection whose documents have words of their own in each language. */
export const translatedCollections = [
  'articles',
  'events',
  'images',
  'albums',
  'places',
  'topics',
  'agencies',
  'rights',
] as const;
export type TranslatedCollection = (typeof translatedCollections)[number];

export const isTranslatedCollection = (slug: unknown): slug is TranslatedCollection =>
  translatedCollections.some((name) => name === slug);

/** Reference data, public by nature: they bear no marking. Of anything else without one nothing is public. */
export const isPublicByNature = (slug: string): boolean => ['places', 'topics', 'agencies'].includes(slug);

/** What the rules of access call a document of a collection. */
export const translatedKinds = {
  articles: 'article',
  events: 'event',
  images: 'image',
  albums: 'album',
  places: 'place',
  topics: 'topic',
  agencies: 'agency',
  rights: 'rights',
} as const satisfies Record<TranslatedCollection, Kind>;
