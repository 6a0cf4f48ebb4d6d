import type { CollectionBeforeDeleteHook, CollectionConfig } from 'payload';
import { Failure } from '#errors/failure.ts';
import { noteChange } from './note-change.ts';

/**
 * Rules of what the right to show pictures stands upon: rights records and consents. Every change of one leaves a line. One that a picture, or
 * an album for its pictures, names cannot be deleted: the picture would lose its limits with it.
 * @param field of a picture that names such documents
 */
export const withGroundRules = (collection: CollectionConfig, field: 'rightsRecord' | 'consents'): CollectionConfig => {
  const refuseWhileUsed: CollectionBeforeDeleteHook = async ({ id, req }) => {
    const where = { [field]: { equals: id } };
    const { totalDocs } = await req.payload.db.count({ collection: 'images', where, req });
    if (totalDocs > 0) throw new Failure('rights-in-use', { pictures: totalDocs });
    if (field !== 'rightsRecord') return;
    const albums = await req.payload.db.count({ collection: 'albums', where, req });
    if (albums.totalDocs > 0) throw new Failure('rights-in-albums', { albums: albums.totalDocs });
  };
  return {
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeChange: [...(collection.hooks?.beforeChange ?? []), noteChange],
      beforeDelete: [refuseWhileUsed, ...(collection.hooks?.beforeDelete ?? [])],
    },
  };
};
