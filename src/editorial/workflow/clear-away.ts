import type { CollectionAfterDeleteHook, CollectionSlug, Where } from 'payload';

/** With a document go its marking and its reviews: they speak of nothing any more. */
export const clearAway: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const rows: [CollectionSlug, Where][] = [
    ['markings', { and: [{ subjectType: { equals: collection.slug } }, { subjectId: { equals: id } }] }],
    ['reviews', { and: [{ collection: { equals: collection.slug } }, { documentId: { equals: id } }] }],
  ];
  for (const [slug, where] of rows) await req.payload.db.deleteMany({ collection: slug, where, req });
};
