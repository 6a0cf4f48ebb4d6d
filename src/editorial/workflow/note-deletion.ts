import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload';
import { type AuditedCollection, auditedCollections } from '#collections/audit.ts';
import { writeAudit } from '../audit/audit-line.ts';

/** Name under which a request says of which document the line of its deletion is written already. */
const key = 'deletionNoted';

/** Writes who deletes a document, before anything of it goes and before anything says that it does. */
export const noteGoing = async (req: PayloadRequest, collection: AuditedCollection, id: string): Promise<void> => {
  await writeAudit(req, { action: 'delete', collection, documentId: id });
  req.context[key] = `${collection} ${id}`;
};

/**
 * Writes who deletes a document, unless that was written within this request: where the line cannot be written nothing goes, without
 * transactions too. To be the last of ours: what refuses the deletion comes before.
 */
export const noteDeletion: CollectionBeforeDeleteHook = async ({ collection: { slug }, id, req }) => {
  const noted = req.context[key];
  delete req.context[key];
  if (noted === `${slug} ${id}`) return;
  const collection = auditedCollections.find((name) => name === slug) ?? null;
  await writeAudit(req, { action: 'delete', collection, documentId: String(id) });
};
