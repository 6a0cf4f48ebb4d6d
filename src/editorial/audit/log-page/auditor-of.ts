import type { PayloadRequest } from 'payload';
import { covers, decide } from '#access/decide.ts';
import { readSeal } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { sealsIn } from '#collections/seals.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { whoSteps } from '../../endpoints/who-steps.ts';
import { markingLaw } from '../../legal/marking-law.ts';

/** Whether somebody may read the audit log at all. */
export const mayAudit = (viewer: Viewer | null): viewer is Viewer =>
  viewer !== null && !('refuse' in decide(viewer, 'read', { kind: 'audit' }));

/** Whoever asks about the audit log, and whether they are cleared for all that it can name. */
export interface Auditing {
  readonly viewer: Viewer;
  readonly seesAll: boolean;
}

/**
 * Whether somebody is cleared for the highest that an installation may hold, with every compartment, and for all that the log
 * names. What they are not cleared for must not be counted for them either.
 */
export const seesWholeLog = async (req: PayloadRequest, viewer: Viewer): Promise<boolean> => {
  const { profile, compartments } = markingLaw(req.payload);
  const highest = { level: profile === 'isolated' ? ('tuyet_mat' as const) : ('restricted' as const), compartments };
  if (!covers(viewer, highest)) return false;
  const seals = await sealsIn(req, 'audit');
  return seals.every((seal) => {
    const marking = readSeal(seal);
    return marking === null || covers(viewer, marking);
  });
};

/** Whoever asks; null for everybody for whom the page is not there. */
export const auditingOf = async (req: PayloadRequest): Promise<Auditing | null> => {
  const viewer = viewerOf(req.user);
  return mayAudit(viewer) ? { viewer, seesAll: await seesWholeLog(req, viewer) } : null;
};

/** The same for a step that a session alone must not suffice for. @throws Failure `step-up-required` */
export const stepping = (req: PayloadRequest, auditing: Auditing): Auditing => {
  whoSteps(req);
  return auditing;
};
