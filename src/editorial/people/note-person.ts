import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload';
import { writeAudit } from '../audit/audit-line.ts';
import { changedAmong } from '../workflow/content-changes.ts';
import { isCarried } from './grants/grant-law.ts';

/** What a person may do and know; their name and language are their own affair. */
const rights = [
  ...['email', 'roles', 'agencies', 'translates', 'reviews', 'publishes', 'disabled', 'mustChangePassword'],
  ...['clearance', 'compartments', 'clearedUntil'],
];

/** Writes down who made a person, and who changed what they may do or know. */
export const notePerson: CollectionAfterChangeHook = async ({ doc, operation, previousDoc, req }) => {
  // Whoever carries out a proposal has written its line before
  if (isCarried(req)) return doc;
  const changed = operation === 'create' || changedAmong(rights, previousDoc, doc).length > 0;
  const action = operation === 'create' ? 'create' : 'update';
  if (changed) await writeAudit(req, { action, collection: 'users', documentId: String(doc.id) });
  return doc;
};

/** Writes down who deleted a person. */
export const notePersonGone: CollectionAfterDeleteHook = async ({ id, req }) => {
  await writeAudit(req, { action: 'delete', collection: 'users', documentId: String(id) });
};
