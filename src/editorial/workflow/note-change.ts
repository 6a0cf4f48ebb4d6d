import type { CollectionBeforeChangeHook } from 'payload';
import { auditedCollections } from '#collections/audit.ts';
import { writeAudit } from '../audit/audit-line.ts';

/**
 * Every change leaves a line, who changed which document and no word of it, before it is changed: where the line cannot be written
 * nothing changes, without transactions too. To be the last of ours, after whatever refuses the change; a new document has its id.
 */
export const noteChange: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  operation,
  originalDoc,
  req,
}) => {
  const collection = auditedCollections.find((name) => name === slug) ?? null;
  const { id } = operation === 'create' ? data : originalDoc;
  await writeAudit(req, { action: operation, collection, documentId: String(id) });
  return data;
};
