import type { RecordType } from '#record/common.ts';

/** Collections of the studio whose documents can become public, and what the public calls one of them. */
export const releasedCollections = {
  topics: 'topic',
  agencies: 'agency',
  places: 'place',
  images: 'image',
  albums: 'album',
  articles: 'article',
  events: 'event',
} as const satisfies Record<string, RecordType>;

export type ReleasedCollection = keyof typeof releasedCollections;

/** In an order in which a document mostly follows what it refers to. */
export const releasedCollectionNames = Object.keys(releasedCollections) as ReleasedCollection[];

export const isReleasedCollection = (name: unknown): name is ReleasedCollection =>
  typeof name === 'string' && Object.hasOwn(releasedCollections, name);

/** A document of the studio. `id` is the studio's own and never leaves it. */
export interface DocumentRef {
  readonly collection: ReleasedCollection;
  readonly id: string;
}

/**
 * How a document uses another: `shown` where its picture appears, `linked` where it is only named, `listed` where it is left
 * out as long as it is not public, whatever the reason.
 */
export interface Reference extends DocumentRef {
  readonly use: 'shown' | 'linked' | 'listed';
}

/** The public id of a document, or null where the public may not know of it. */
export type Resolve = (ref: DocumentRef) => string | null;

export const keyOf = (ref: DocumentRef): string => `${ref.collection}/${ref.id}`;
