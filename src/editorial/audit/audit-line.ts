import { randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest } from 'payload';
import { covers } from '#access/decide.ts';
import { sealOf } from '#access/level.ts';
import type { AuditedAction, AuditedCollection } from '#collections/audit.ts';
import { openSeal } from '#collections/seals.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { markingsOf } from '../workflow/marking-store.ts';
import { isMarkedCollection } from '../workflow/references.ts';
import type { KeptRefusal } from './kept-refusals.ts';
import { stationOf } from './station.ts';

/** One act worth remembering. Names a document, never a word of it. */
export interface Act {
  readonly action: AuditedAction;
  readonly collection: AuditedCollection | null;
  readonly documentId: string | null;
  /** Who did it, where it was no person. */
  readonly who?: string | null;
  /** What the document does not say, in words of programs: of an act at the log itself which part of it, of a copy which one. */
  readonly about?: string | null;
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

/** A line as the database takes it, without the mark of the process. */
export interface Line extends Omit<Awaited<ReturnType<typeof lineOf>>, 'again' | 'code' | 'about'> {
  readonly again: string | null;
  readonly code: string | null;
  readonly about?: string | null;
}

/**
 * The line of an act, or of one that was refused.
 * @param seal under which it is read, where that is known already
 */
export const lineOf = async (req: PayloadRequest, act: Act, refused: KeptRefusal | null, now: Date, seal?: string) => ({
  id: randomUUID(),
  at: now.toISOString(),
  lastAt: now.toISOString(),
  times: 1,
  again: null,
  actor: req.user ? String(req.user.id) : null,
  who: act.who ?? nameOf(req.user),
  action: act.action,
  collection: act.collection,
  documentId: act.documentId,
  outcome: refused === null ? 'done' : 'refused',
  code: refused,
  about: act.about ?? null,
  seal: seal ?? (await sealFor(req, act)),
});

/**
 * Writes a line under the next number of this process.
 * @param transaction the request whose transaction the line joins; null: it stands by itself, at once
 */
export const writeLine = async (payload: Payload, line: Line, transaction: PayloadRequest | null): Promise<void> => {
  const station = stationOf(payload);
  const within = transaction && (await transaction.transactionID);
  const mark = station.next(within ? String(within) : null);
  const data = { ...line, ...mark };
  try {
    const joining = transaction && { req: transaction };
    await payload.db.create({ collection: 'audit', customID: line.id, data, returning: false, ...joining });
  } catch (error) {
    station.failed(mark);
    throw error;
  }
};

/** Writes the line of an act that was done, in the transaction of the request; a failure to write fails the act. */
export const writeAudit = async (req: PayloadRequest, act: Act): Promise<void> =>
  writeLine(req.payload, await lineOf(req, act, null, new Date()), req);
