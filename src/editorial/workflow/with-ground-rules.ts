import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook, CollectionConfig } from 'payload';
import type { AuditedCollection } from '#collections/audit.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../audit/audit-line.ts';

/** Every change of what pictures stand upon leaves a line: who changed it, and no word of it. */
const noteChange: CollectionAfterChangeHook = async ({ collection, doc, operation, req }) => {
  const audited = collection.slug as AuditedCollection;
  await writeAudit(req, { action: operation, collection: audited, documentId: String(doc.id) });
};

/**
 * Rules of what the right to show pictures stands upon: rights records and consents. One that a picture, or
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
      afterChange: [...(collection.hooks?.afterChange ?? []), noteChange],
      beforeDelete: [...(collection.hooks?.beforeDelete ?? []), refuseWhileUsed],
    },
  };
};
