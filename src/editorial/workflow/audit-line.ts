import { randomUUID } from 'node:crypto';
import type { PayloadRequest } from 'payload';

/** One act worth remembering. Names a document, never a word of it. */
export interface Act {
  readonly action: string;
  readonly collection: string;
  readonly documentId: string;
  readonly outcome?: 'done' | 'refused';
  readonly code?: string;
}

/** Writes an audit line in the transaction of the request; a failure to write fails the act. */
export const writeAudit = async (req: PayloadRequest, { outcome = 'done', ...act }: Act): Promise<void> => {
  const id = randomUUID();
  const data = { id, at: new Date().toISOString(), actor: req.user ? String(req.user.id) : null, outcome, ...act };
  await req.payload.db.create({ collection: 'audit', customID: id, data, req, returning: false });
};
