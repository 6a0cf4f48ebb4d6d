import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { endHold, holdOn, makeHold } from './holds.ts';
import { nameOf, pictureFor } from './picture-for.ts';

/** Keeps a picture from being deleted. @throws Failure `forbidden`, `not-found`, `hold-set-already` */
export const setHold = (req: PayloadRequest, viewer: Viewer, id: string, reason: string): Promise<void> =>
  inTransaction(req, async () => {
    await pictureFor(req, viewer, ['hold'], id);
    if (await holdOn(req, id)) throw new Failure('hold-set-already');
    const setAt = new Date().toISOString();
    await writeAudit(req, { action: 'hold', collection: 'images', documentId: id });
    await makeHold(req, { picture: id, reason, setBy: viewer.id, setName: nameOf(req), setAt });
  });

/** Ends what kept it. @throws Failure `forbidden`, `not-found`, `hold-not-set` */
export const liftHold = (req: PayloadRequest, viewer: Viewer, id: string, reason: string): Promise<void> =>
  inTransaction(req, async () => {
    await pictureFor(req, viewer, ['hold'], id);
    const hold = await holdOn(req, id);
    if (!hold) throw new Failure('hold-not-set');
    const liftedAt = new Date().toISOString();
    await writeAudit(req, { action: 'lift-hold', collection: 'images', documentId: id });
    await endHold(req, hold.id, { liftedBy: viewer.id, liftedName: nameOf(req), liftedAt, liftedWhy: reason });
  });
