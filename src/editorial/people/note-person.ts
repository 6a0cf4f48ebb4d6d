import type { CollectionBeforeChangeHook } from 'payload';
import { writeAudit } from '../audit/audit-line.ts';
import { changedAmong } from '../workflow/content-changes.ts';
import { isCarried } from './grants/grant-law.ts';
import { refuseAddress } from './refuse-address.ts';

/** What a person may do and know; their name and language are their own affair. */
const rights = [
  ...['email', 'roles', 'agencies', 'translates', 'reviews', 'publishes', 'disabled', 'mustChangePassword'],
  ...['clearance', 'compartments', 'clearedUntil'],
];

/**
 * Writes down who makes a person or changes what they may do or know, before it is done: without transactions too nobody may more
 * than the log tells of. To be the last of its kind: what refuses the change comes before, and who is new has an id.
 */
export const notePerson: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  // Whoever carries out a proposal has written its line before
  if (isCarried(req)) return data;
  if (operation === 'create') {
    await refuseAddress(req, String(data.id), data.email);
    await writeAudit(req, { action: 'create', collection: 'users', documentId: String(data.id) });
    return data;
  }
  const changed = changedAmong(rights, originalDoc, { ...originalDoc, ...data }).length > 0;
  if (changed) await writeAudit(req, { action: 'update', collection: 'users', documentId: String(originalDoc.id) });
  return data;
};
