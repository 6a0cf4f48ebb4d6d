import type { PayloadRequest, Where } from 'payload';
import { sealOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { takeClaim } from '../archive/claim.ts';
import { nameOf } from '../archive/deletion/picture-for.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { markingFor, mayTake } from '../workflow/lowering/marking-for.ts';
import type { StoredMarking } from '../workflow/marking-store.ts';
import { type Copy, enterCopy } from './copies.ts';
import { aboutPermission, type CopyPermission, openPermission, openPermissions, takeOne } from './copy-permissions.ts';

/** What somebody may copy at this moment. */
export interface Granted {
  readonly marking: StoredMarking;
  readonly permission: CopyPermission;
}

/** Whether a permission that counts still was granted to somebody, by another person, for a document. */
const isGrantedTo = (open: CopyPermission, viewer: Viewer, marking: string): boolean => {
  const isGranted = open.state === 'granted' && open.decidedBy !== null && open.decidedBy !== open.askedBy;
  return isGranted && open.marking === marking && open.askedBy === viewer.id;
};

/** Whether a document may be copied under a permission by somebody, as it is marked: what `grantedFor` asks of one, for many. */
export const permits = (open: CopyPermission, viewer: Viewer, marking: StoredMarking): boolean =>
  mayTake(viewer, 'ask-copy', marking) && isGrantedTo(open, viewer, marking.id) && open.seal === sealOf(marking);

/** What somebody was permitted and has not used up, of whichever documents; what lapses first, first. */
export const permissionsOf = async (
  req: PayloadRequest,
  { id }: Viewer,
  where: Where = {},
): Promise<CopyPermission[]> => {
  const open = await openPermissions(req, { and: [{ askedBy: { equals: id } }, where] });
  return open.toSorted((one, other) => (one.lapsesAt < other.lapsesAt ? -1 : 1));
};

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
  if (!open || !isGrantedTo(open, viewer, id)) throw new Failure('copy-not-granted');
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

/** How a copy leaves. */
export interface Leaving {
  readonly form: Copy['form'];
  /** Where it is put, where that is known. */
  readonly place?: string;
  /** Who makes it for the person, as lines of the log tell it, where that is not the person. */
  readonly who?: string;
}

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
  { form, place, who }: Leaving,
): Promise<Copy> => {
  const { marking, permission } = await grantedFor(req, viewer, seen.marking.id, seen.permission.id);
  const { subjectType, subjectId } = marking;
  const about = aboutPermission(permission.id);
  await writeAudit(req, { action: 'copy', collection: subjectType, documentId: subjectId, about, ...(who && { who }) });
  const nth = await takeNth(req, permission);
  const { locale, seal, recipient, purpose, copies: total } = permission;
  return enterCopy(req, {
    ...{ permission: permission.id, nth, total, subjectType, subjectId, locale, form, seal, recipient, purpose },
    term: marking.decision?.protectedUntil ?? null,
    ...{ madeBy: viewer.id, madeName: nameOf(req), madeAt: new Date().toISOString() },
    ...{ holder: viewer.id, holderName: nameOf(req), place: place ?? null },
  });
};
