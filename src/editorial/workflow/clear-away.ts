import type { CollectionAfterDeleteHook, CollectionSlug, Where } from 'payload';

/** With a document go its marking, its reviews, the ledgers of its translations, and what was given out and said of them: they speak of nothing any more. Who deleted it is written before: see `noteDeletion`. */
export const clearAway: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const rows: [CollectionSlug, Where][] = [
    ['markings', { and: [{ subjectType: { equals: collection.slug } }, { subjectId: { equals: id } }] }],
    ['look-alikes', { or: [{ one: { equals: id } }, { other: { equals: id } }] }],
    ['translations', { and: [{ collection: { equals: collection.slug } }, { documentId: { equals: id } }] }],
    ['assignments', { and: [{ collection: { equals: collection.slug } }, { documentId: { equals: id } }] }],
    ['comments', { and: [{ collection: { equals: collection.slug } }, { documentId: { equals: id } }] }],
    ['comment-notices', { and: [{ collection: { equals: collection.slug } }, { documentId: { equals: id } }] }],
    ['launches', { and: [{ collection: { equals: collection.slug } }, { documentId: { equals: id } }] }],
    ['reviews', { and: [{ collection: { equals: collection.slug } }, { documentId: { equals: id } }] }],
  ];
  for (const [slug, where] of rows) await req.payload.db.deleteMany({ collection: slug, where, req });
};
