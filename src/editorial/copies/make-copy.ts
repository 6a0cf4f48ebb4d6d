import type { PayloadRequest } from 'payload';
import { sealOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { takeClaim } from '../archive/claim.ts';
import { nameOf } from '../archive/deletion/picture-for.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { markingFor } from '../workflow/lowering/marking-for.ts';
import type { StoredMarking } from '../workflow/marking-store.ts';
import { type Copy, enterCopy } from './copies.ts';
import { aboutPermission, type CopyPermission, openPermission, takeOne } from './copy-permissions.ts';

/** What somebody may copy at this moment. */
export interface Granted {
  readonly marking: StoredMarking;
  readonly permission: CopyPermission;
}

/**
 * The permission under which somebody wants to make a copy now: granted by another person, theirs, not lapsed or used up, and for
 * the document as it is marked.
 *
 * @throws Failure `forbidden`, `not-found`, `copy-not-granted`, `copy-changed` where it is marked otherwise by now
 */
export const grantedFor = async (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  permission: string,
): Promise<Granted> => {
  const marking = await markingFor(req, viewer, ['ask-copy'], id);
  const open = await openPermission(req, permission);
  const isGranted = open?.state === 'granted' && open.decidedBy !== null && open.decidedBy !== open.askedBy;
  if (!isGranted || open.marking !== id || open.askedBy !== viewer.id) throw new Failure('copy-not-granted');
  if (open.seal !== sealOf(marking)) throw new Failure('copy-changed');
  return { marking, permission: open };
};

/** Uses one of the copies that a permission allows, whoever uses another one at the same moment. @throws Failure `copy-not-granted` */
const takeNth = async (req: PayloadRequest, permission: CopyPermission): Promise<number> => {
  // One after the other: what stands in for MongoDB may let two of the same moment write over the same row
  const claim = await takeClaim(req.payload, `copy/${permission.id}`);
  try {
    for (let open: CopyPermission | null = permission; open?.state === 'granted'; ) {
      const nth = await takeOne(req, open);
      if (nth !== null) return nth;
      open = await openPermission(req, permission.id);
    }
  } finally {
    await claim.giveBack();
  }
  throw new Failure('copy-not-granted');
};

/**
 * Numbers a copy and enters it in the register, before anything of it leaves. What it is granted for is looked at once more, now that
 * its content has been read: it bears the marking under which all of that stood. The line of the audit log is written first; where
 * either fails, nothing leaves, and a number that was used is never given again.
 *
 * @param seen what was granted before the content was read
 * @throws Failure what `grantedFor` throws; `copy-not-granted` where the permission was used up at the same moment
 */
export const makeCopy = async (
  req: PayloadRequest,
  viewer: Viewer,
  seen: Granted,
  form: Copy['form'],
): Promise<Copy> => {
  const { marking, permission } = await grantedFor(req, viewer, seen.marking.id, seen.permission.id);
  const { subjectType, subjectId } = marking;
  const about = aboutPermission(permission.id);
  await writeAudit(req, { action: 'copy', collection: subjectType, documentId: subjectId, about });
  const nth = await takeNth(req, permission);
  const { locale, seal, recipient, purpose, copies: total } = permission;
  return enterCopy(req, {
    ...{ permission: permission.id, nth, total, subjectType, subjectId, locale, form, seal, recipient, purpose },
    term: marking.decision?.protectedUntil ?? null,
    ...{ madeBy: viewer.id, madeName: nameOf(req), madeAt: new Date().toISOString() },
    ...{ holder: viewer.id, holderName: nameOf(req), place: null },
  });
};
