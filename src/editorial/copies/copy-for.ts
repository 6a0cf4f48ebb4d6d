import type { PayloadRequest } from 'payload';
import { covers } from '#access/decide.ts';
import { joinOf, type Marking, readSeal } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { mayTake } from '../workflow/lowering/marking-for.ts';
import { markingsOf } from '../workflow/marking-store.ts';
import { type Copy, readCopy } from './copies.ts';

/** What a copy bears, joined with how its document is marked now: whoever knows of the copy knows of both. */
export const sightOfCopy = ({ seal }: Copy, now: Marking | undefined): Marking | null => {
  const written = readSeal(seal);
  return written && joinOf(now ? [written, now] : [written]);
};

/** Whether somebody keeps the register, for what is marked so. */
export const keepsCopies = (viewer: Viewer, marking?: Marking): boolean =>
  mayTake(viewer, 'keep-copies') && (!marking || covers(viewer, marking));

/** Whether somebody may know of a copy: officers of all that they are cleared for, others of what they made or hold. */
export const knowsOf = (viewer: Viewer, copy: Copy, now: Marking | undefined): boolean => {
  const sight = sightOfCopy(copy, now);
  if (!sight || !covers(viewer, sight)) return false;
  return keepsCopies(viewer) || copy.holder === viewer.id || copy.madeBy === viewer.id;
};

/**
 * A line of the register for somebody who wants to do something about it.
 * @param part `keeper`: officers alone; `holder`: whoever holds it, too
 * @throws Failure `not-found` for what they may not know of, `forbidden`
 */
export const copyFor = async (
  req: PayloadRequest,
  viewer: Viewer,
  number: number,
  part: 'keeper' | 'holder',
): Promise<Copy> => {
  const copy = await readCopy(req, number);
  if (!copy) throw new Failure('not-found');
  const now = (await markingsOf(req, copy.subjectType, [copy.subjectId])).get(copy.subjectId);
  if (!knowsOf(viewer, copy, now)) throw new Failure('not-found');
  if (!keepsCopies(viewer) && (part === 'keeper' || copy.holder !== viewer.id)) throw new Failure('forbidden');
  return copy;
};
