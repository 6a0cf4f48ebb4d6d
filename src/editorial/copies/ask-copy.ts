import type { PayloadRequest } from 'payload';
import { sealOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { nameOf } from '../archive/deletion/picture-for.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { markingFor, mayTake } from '../workflow/lowering/marking-for.ts';
import { inTransaction } from '../workflow/transaction.ts';
import {
  aboutPermission,
  makePermission,
  movePermission,
  newPermissionId,
  openPermission,
  openPermissions,
} from './copy-permissions.ts';
import { isCounted } from './counted.ts';

const day = 24 * 60 * 60 * 1000;
/** Days after which a request that nobody has answered counts for nothing. */
export const copyLapseDays = 14;
/** Most copies that one permission allows. */
export const mostCopies = 50;

export interface AskedCopy {
  readonly locale: StudioLocale;
  readonly copies: number;
  readonly purpose: string;
  readonly recipient: string;
}

/**
 * The first step: somebody who is cleared for a document asks to copy a language of it. Nothing is copied yet.
 * @returns the id of the request
 * @throws Failure `forbidden`, `not-found`, `copy-not-needed` for what is not marked above `internal`, `copy-asked-already`
 */
export const askCopy = (req: PayloadRequest, viewer: Viewer, id: string, asked: AskedCopy): Promise<string> =>
  inTransaction(req, async () => {
    const marking = await markingFor(req, viewer, ['ask-copy'], id);
    if (!isCounted(marking)) throw new Failure('copy-not-needed');
    const open = await openPermissions(req, { and: [{ marking: { equals: id } }, { askedBy: { equals: viewer.id } }] });
    if (open.some(({ locale }) => locale === asked.locale)) throw new Failure('copy-asked-already');
    const { subjectType, subjectId } = marking;
    const permission = newPermissionId();
    const about = aboutPermission(permission);
    await writeAudit(req, { action: 'ask-copy', collection: subjectType, documentId: subjectId, about });
    const now = new Date();
    await makePermission(req, {
      ...{ id: permission, marking: id, subjectType, subjectId, seal: sealOf(marking) },
      ...asked,
      ...{ askedBy: viewer.id, askedName: nameOf(req), askedAt: now.toISOString() },
      lapsesAt: new Date(now.getTime() + copyLapseDays * day).toISOString(),
    });
    return permission;
  });

/**
 * Takes a request or an unused permission back: whoever asked, or whoever may grant.
 * @throws Failure `forbidden`, `not-found`, `copy-not-asked`
 */
export const withdrawCopy = (req: PayloadRequest, viewer: Viewer, id: string, permission: string): Promise<void> =>
  inTransaction(req, async () => {
    const marking = await markingFor(req, viewer, ['ask-copy', 'grant-copy'], id);
    const { subjectType, subjectId } = marking;
    const open = await openPermission(req, permission);
    const isTheirs = open?.askedBy === viewer.id || mayTake(viewer, 'grant-copy', marking);
    if (!open || open.marking !== id || !isTheirs) throw new Failure('copy-not-asked');
    const about = aboutPermission(open.id);
    await writeAudit(req, { action: 'withdraw-copy', collection: subjectType, documentId: subjectId, about });
    const by = { decidedBy: viewer.id, decidedName: nameOf(req), decidedAt: new Date().toISOString() };
    // Copies may have been made of what was granted: the register leads to whoever permitted them
    const move = { state: 'withdrawn', ...(open.state === 'asked' && by) } as const;
    if (!(await movePermission(req, open, move))) throw new Failure('copy-not-asked');
  });
