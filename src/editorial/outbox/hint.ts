import { randomUUID } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import { z } from 'zod';

/** The document that a change concerns: itself, or for a marking the document that is marked. */
export interface Subject {
  readonly collection: string;
  readonly documentId: string;
}

const marked = z.object({ subjectType: z.string().min(1), subjectId: z.string().min(1) });
const identified = z.object({ id: z.string().min(1) });

/** Who is concerned when `document` of `collection` changes; null where that cannot be told (the reconciler sees it). */
export function subjectOf(collection: string, document: unknown): Subject | null {
  if (collection === 'markings') {
    const read = marked.safeParse(document);
    return read.success ? { collection: read.data.subjectType, documentId: read.data.subjectId } : null;
  }
  const read = identified.safeParse(document);
  return read.success ? { collection, documentId: read.data.id } : null;
}

/**
 * Leaves a row that names a document and nothing else, so that the gate looks at it.
 *
 * @param transaction the request whose transaction the row joins; null: the row stands by itself, at once
 */
export async function leaveHint(
  req: PayloadRequest,
  subject: Subject | null,
  transaction: PayloadRequest | null,
): Promise<void> {
  if (!subject) return;
  const id = randomUUID();
  await req.payload.db.create({
    collection: 'outbox',
    customID: id,
    data: { id, ...subject, at: new Date().toISOString() },
    returning: false,
    ...(transaction && { req: transaction }),
  });
}

/**
 * @NOTE Only the embedded database is believed: a MongoDB without a replica set, or a server that speaks its protocol,
 * hands out transactions that do nothing.
 */
export const hasTransaction = (req: PayloadRequest): boolean =>
  req.transactionID !== undefined && req.payload.db.name === 'sqlite';
