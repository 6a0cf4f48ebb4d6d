import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import type { Action } from '#access/rules.ts';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { readMarking, type StoredMarking } from '../marking-store.ts';

/** What somebody can have to do with a marking that falls, or with copies of what is marked. */
export type Part = Extract<Action, 'ask-lowering' | 'agree-lowering' | 'ask-copy' | 'grant-copy' | 'keep-copies'>;

/** Whether somebody may take a part in a lowering at all, or in that of one marking. */
export const mayTake = (viewer: Viewer | null, part: Part, marking?: StoredMarking): boolean =>
  !('refuse' in decide(viewer, part, { kind: 'marking', ...(marking && { marking }) }));

/**
 * A marking for somebody who wants to take one of several parts in lowering it.
 * @throws Failure of their right, whatever there is; `not-found` for what is missing or above their clearance
 */
export const markingFor = async (
  req: PayloadRequest,
  viewer: Viewer,
  parts: readonly Part[],
  id: string,
): Promise<StoredMarking> => {
  if (!parts.some((part) => mayTake(viewer, part))) throw new Failure('forbidden');
  const marking = await readMarking(req, id);
  if (!marking || !parts.some((part) => mayTake(viewer, part, marking))) throw new Failure('not-found');
  return marking;
};

/** Whether whoever asked may still do so at this moment: is there, not shut out, an officer, and cleared for it. */
export const mayAsker = async (req: PayloadRequest, asker: string, marking: StoredMarking): Promise<boolean> => {
  const found = await req.payload.db.findOne({ collection: 'users', where: { id: { equals: asker } }, req });
  return mayTake(viewerOf(found as PayloadRequest['user']), 'ask-lowering', marking);
};
