import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { changeDeletion, makeDeletion, openDeletion } from './deletions.ts';
import { dueAfter } from './obstacles.ts';
import { nameOf, pictureFor } from './picture-for.ts';

/**
 * The first step: somebody wants a picture deleted. Nothing of the picture changes.
 * @param days of the term
 * @returns when somebody else may confirm it
 * @throws Failure `forbidden`, `not-found`, `deletion-asked-already`
 */
export const askDeletion = (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  reason: string,
  days: number,
): Promise<Date> =>
  inTransaction(req, async () => {
    await pictureFor(req, viewer, ['ask-deletion'], id);
    if (await openDeletion(req, id)) throw new Failure('deletion-asked-already');
    const now = new Date();
    const dueAt = dueAfter(now, days);
    await writeAudit(req, { action: 'ask-deletion', collection: 'images', documentId: id });
    await makeDeletion(req, {
      ...{ picture: id, reason, askedBy: viewer.id, askedName: nameOf(req) },
      ...{ askedAt: now.toISOString(), dueAt: dueAt.toISOString() },
    });
    return dueAt;
  });

/**
 * Takes a request back: whoever may ask or confirm, whoever asked.
 * @throws Failure `forbidden`, `not-found`, `deletion-not-asked`
 */
export const withdrawDeletion = (req: PayloadRequest, viewer: Viewer, id: string, reason: string): Promise<void> =>
  inTransaction(req, async () => {
    await pictureFor(req, viewer, ['ask-deletion', 'confirm-deletion'], id);
    const open = await openDeletion(req, id);
    if (!open) throw new Failure('deletion-not-asked');
    await writeAudit(req, { action: 'withdraw-deletion', collection: 'images', documentId: id });
    await changeDeletion(req, open.id, {
      ...{ state: 'withdrawn', decidedBy: viewer.id, decidedName: nameOf(req) },
      ...{ decidedAt: new Date().toISOString(), decidedWhy: reason },
    });
  });
