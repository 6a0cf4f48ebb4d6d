import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook } from 'payload';
import { writeAudit } from '../audit/audit-line.ts';
import { changedAmong } from '../workflow/content-changes.ts';
import { isCarried } from './grants/grant-law.ts';

/** What a person may do and know; their name and language are their own affair. */
const rights = [
  ...['email', 'roles', 'agencies', 'translates', 'reviews', 'publishes', 'disabled', 'mustChangePassword'],
  ...['clearance', 'compartments', 'clearedUntil'],
];

/**
 * Writes down who changes what a person may do or know, before it is changed: without transactions too nobody may more than the log
 * tells of. To be the last of its kind: what refuses the change comes before.
 */
export const noteRights: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  // Whoever carries out a proposal has written its line before
  if (operation !== 'update' || isCarried(req)) return data;
  const changed = changedAmong(rights, originalDoc, { ...originalDoc, ...data }).length > 0;
  if (changed) await writeAudit(req, { action: 'update', collection: 'users', documentId: String(originalDoc.id) });
  return data;
};

/** Writes down who made a person. */
export const notePerson: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'create' && !isCarried(req))
    await writeAudit(req, { action: 'create', collection: 'users', documentId: String(doc.id) });
  return doc;
};

/** Writes down who deleted a person. */
export const notePersonGone: CollectionAfterDeleteHook = async ({ id, req }) => {
  await writeAudit(req, { action: 'delete', collection: 'users', documentId: String(id) });
};
