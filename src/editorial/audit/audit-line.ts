import { randomUUID } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import { covers } from '#access/decide.ts';
import { sealOf } from '#access/level.ts';
import type { AuditedAction, AuditedCollection } from '#collections/audit.ts';
import { openSeal } from '#collections/seals.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { markingsOf } from '../workflow/marking-store.ts';
import { isMarkedCollection } from '../workflow/references.ts';
import type { KeptRefusal } from './kept-refusals.ts';

/** One act worth remembering. Names a document, never a word of it. */
export interface Act {
  readonly action: AuditedAction;
  readonly collection: AuditedCollection | null;
  readonly documentId: string | null;
  /** Who did it, where it was no person. */
  readonly who?: string | null;
}

/**
 * A line is as confidential as the document that it names, if whoever acted knows of it. What people ask for without
 * knowing is the same line whether it is there or not, so that neither the line nor its absence tells.
 */
const sealFor = async (req: PayloadRequest, { collection, documentId }: Act): Promise<string> => {
  if (documentId === null || !isMarkedCollection(collection)) return openSeal;
  const marking = (await markingsOf(req, collection, [documentId])).get(documentId);
  const viewer = viewerOf(req.user);
  return marking && (!viewer || covers(viewer, marking)) ? sealOf(marking) : openSeal;
};

const nameOf = (user: PayloadRequest['user']): string | null =>
  user && 'name' in user && typeof user.name === 'string' ? user.name : null;

/** A line as the database takes it. */
export const lineOf = async (req: PayloadRequest, act: Act, refused: KeptRefusal | null, now: Date) => ({
  id: randomUUID(),
  at: now.toISOString(),
  lastAt: now.toISOString(),
  times: 1,
  actor: req.user ? String(req.user.id) : null,
  who: act.who ?? nameOf(req.user),
  action: act.action,
  collection: act.collection,
  documentId: act.documentId,
  outcome: refused === null ? 'done' : 'refused',
  code: refused,
  seal: await sealFor(req, act),
});

/** Writes the line of an act that was done, in the transaction of the request; a failure to write fails the act. */
export const writeAudit = async (req: PayloadRequest, act: Act): Promise<void> => {
  const data = await lineOf(req, act, null, new Date());
  await req.payload.db.create({ collection: 'audit', customID: data.id, data, req, returning: false });
};
