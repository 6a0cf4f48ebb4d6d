import type { PayloadRequest } from 'payload';
import { sealOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { listed } from '#languages/punctuation.ts';
import { languageOf } from '../../words/language-of.ts';
import { noteGoing } from '../../workflow/note-deletion.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { behind } from '../look-alikes/stand-in.ts';
import { usesOf } from '../uses.ts';
import { changeDeletion, type Deletion, openDeletion } from './deletions.ts';
import { holdOn } from './holds.ts';
import { obstacleTo } from './obstacles.ts';
import { type DeletedPicture, nameOf, pictureFor } from './picture-for.ts';
import { letDelete } from './with-two-steps.ts';

const refuse = async (
  req: PayloadRequest,
  viewer: Viewer,
  picture: DeletedPicture,
  open: Deletion,
  now: Date,
): Promise<void> => {
  const shown = (await usesOf(req, picture.id)).filter(({ isOut }) => isOut);
  const code = obstacleTo({
    ...{ by: viewer.id, askedBy: open.askedBy, now, dueAt: new Date(open.dueAt) },
    isHeld: (await holdOn(req, picture.id)) !== null,
    isMerged: picture.mergedInto !== null || (await behind(req, picture.id)).length > 0,
    isShown: shown.length > 0,
  });
  if (code === 'deletion-in-use') {
    const titles = shown.map(({ title }) => title);
    throw new Failure(code, { texts: listed(titles, languageOf(req)) });
  }
  if (code === 'deletion-too-early') throw new Failure(code, { at: open.dueAt });
  if (code !== null) throw new Failure(code);
};

/** Lets the record go, with all that speaks of it. What stays is written before it goes. */
export const deleteRecord = async (req: PayloadRequest, picture: string, deletion: string): Promise<void> => {
  letDelete(req, picture);
  await req.payload.db.deleteMany({
    collection: 'picture-edit-items',
    where: { picture: { equals: picture } },
    req,
  });
  await req.payload.delete({ collection: 'images', id: picture, depth: 0, overrideAccess: true, req });
  await changeDeletion(req, deletion, { state: 'leaving', leftAt: new Date().toISOString() });
};

/**
 * The second step: another person wants it too, after the term. The record goes at once, its bytes soon after. The line of the audit
 * log is written before: where it cannot be written nothing is confirmed.
 *
 * @NOTE Where the database has no transactions, a process may end between the steps: the state `confirmed` is then finished by
 * the next round of `keep-deleting.ts`.
 * @param request id of what was asked, as the person saw it
 * @throws Failure `forbidden`, `not-found`, `deletion-not-asked`, `deletion-own-request`, `deletion-held`,
 *   `deletion-too-early` (at), `deletion-merged`, `deletion-in-use` (texts)
 */
export const confirmDeletion = (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  { request, reason }: { readonly request: string; readonly reason: string },
): Promise<void> =>
  inTransaction(req, async () => {
    const picture = await pictureFor(req, viewer, ['confirm-deletion'], id);
    const open = await openDeletion(req, id);
    if (open?.id !== request) throw new Failure('deletion-not-asked');
    const now = new Date();
    await refuse(req, viewer, picture, open, now);
    await noteGoing(req, 'images', id);
    const { master, origin, marking } = picture;
    await changeDeletion(req, open.id, {
      ...{ state: 'confirmed', decidedBy: viewer.id, decidedName: nameOf(req), decidedAt: now.toISOString() },
      ...{ decidedWhy: reason || null, sha256: master.sha256, bytes: master.bytes, origin },
      ...{ seal: sealOf(marking), marking: marking.id },
    });
    await deleteRecord(req, id, open.id);
  });
