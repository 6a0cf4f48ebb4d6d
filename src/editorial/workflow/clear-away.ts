import type {
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
  CollectionSlug,
  PayloadRequest,
  Where,
} from 'payload';
import { type AuditedCollection, auditedCollections } from '#collections/audit.ts';
import { writeAudit } from '../audit/audit-line.ts';

const noted = 'deletionNoted';

/** Leaves the line of a deletion before anything of it is done: where there are no transactions, what goes without a line stays gone. */
export const noteDeletion = async (req: PayloadRequest, collection: AuditedCollection, id: string): Promise<void> => {
  await writeAudit(req, { action: 'delete', collection, documentId: id });
  req.context[noted] = id;
};

/** With a document go its marking, its reviews, the ledgers of its translations, and what was given out and said of them: they speak of nothing any more. Who deleted it stays written. */
export const clearAway: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const audited = auditedCollections.find((name) => name === collection.slug) ?? null;
  if (req.context[noted] !== String(id))
    await writeAudit(req, { action: 'delete', collection: audited, documentId: String(id) });
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

/** The same of what is deleted in one step, once nothing speaks against it. */
const noteGoing: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const audited = auditedCollections.find((name) => name === collection.slug);
  if (audited && req.context[noted] !== String(id)) await noteDeletion(req, audited, String(id));
};

/** What of a collection’s hooks comes last before a document goes, where `clearAway` comes behind it. */
export const notingDeletions = (hooks: CollectionConfig['hooks']): CollectionBeforeDeleteHook[] =>
  hooks?.afterDelete?.includes(clearAway) ? [noteGoing] : [];
