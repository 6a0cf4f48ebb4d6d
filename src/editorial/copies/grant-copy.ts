import type { PayloadRequest } from 'payload';
import { sealOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { nameOf } from '../archive/deletion/picture-for.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { markingFor } from '../workflow/lowering/marking-for.ts';
import type { StoredMarking } from '../workflow/marking-store.ts';
import { inTransaction } from '../workflow/transaction.ts';
import {
  aboutPermission,
  type CopyPermission,
  movePermission,
  openPermission,
  type PermissionMove,
} from './copy-permissions.ts';

const day = 24 * 60 * 60 * 1000;
/** Days within which what was granted is used, or counts for nothing. */
export const copyUseDays = 7;

/** What somebody answers to a request, which they name as they saw it. */
export interface CopyAnswer {
  readonly permission: string;
  readonly reason: string;
}

const requestFor = async (
  req: PayloadRequest,
  viewer: Viewer,
  marking: StoredMarking,
  permission: string,
): Promise<CopyPermission> => {
  const open = await openPermission(req, permission);
  if (open?.state !== 'asked' || open.marking !== marking.id) throw new Failure('copy-not-asked');
  if (open.askedBy === viewer.id) throw new Failure('copy-own-request');
  return open;
};

const decided = (req: PayloadRequest, viewer: Viewer, state: PermissionMove['state'], why: string): PermissionMove => ({
  ...{ state, decidedBy: viewer.id, decidedName: nameOf(req), decidedAt: new Date().toISOString() },
  decidedWhy: why || null,
});

/**
 * The second step: another person, who is cleared for the document and has the role for it, permits the copies. They can be made
 * by whoever asked, for some days. The line of the audit log is written before.
 *
 * @throws Failure `forbidden`, `not-found`, `copy-not-asked`, `copy-own-request`, `copy-changed` where it is marked otherwise by now
 */
export const grantCopy = (req: PayloadRequest, viewer: Viewer, id: string, answer: CopyAnswer): Promise<void> =>
  inTransaction(req, async () => {
    const marking = await markingFor(req, viewer, ['grant-copy'], id);
    const open = await requestFor(req, viewer, marking, answer.permission);
    if (open.seal !== sealOf(marking)) throw new Failure('copy-changed');
    const { subjectType, subjectId } = marking;
    const about = aboutPermission(open.id);
    await writeAudit(req, { action: 'grant-copy', collection: subjectType, documentId: subjectId, about });
    const lapsesAt = new Date(Date.now() + copyUseDays * day).toISOString();
    const move = { ...decided(req, viewer, 'granted', answer.reason), lapsesAt };
    if (!(await movePermission(req, open, move))) throw new Failure('copy-not-asked');
  });

/**
 * The other answer: nothing is copied.
 * @throws Failure `forbidden`, `not-found`, `copy-not-asked`, `copy-own-request`
 */
export const refuseCopy = (req: PayloadRequest, viewer: Viewer, id: string, answer: CopyAnswer): Promise<void> =>
  inTransaction(req, async () => {
    const marking = await markingFor(req, viewer, ['grant-copy'], id);
    const open = await requestFor(req, viewer, marking, answer.permission);
    const { subjectType, subjectId } = marking;
    const about = aboutPermission(open.id);
    await writeAudit(req, { action: 'refuse-copy', collection: subjectType, documentId: subjectId, about });
    const move = decided(req, viewer, 'refused', answer.reason);
    if (!(await movePermission(req, open, move))) throw new Failure('copy-not-asked');
  });
