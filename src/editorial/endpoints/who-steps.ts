import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { requireRecentFactor } from '../people/factors/step-up.ts';
import { signedIn } from './signed-in.ts';

/**
 * Whoever takes a step that opens something: proposes or agrees that a marking falls or that a person gets clearance, permits or makes
 * copies. Here, and nowhere else, stands whatever such a step asks of a person beyond having signed in: that they proved themselves a
 * moment ago.
 *
 * @throws Failure `step-up-required`, and what `signedIn` throws
 */
export const whoSteps = (req: PayloadRequest): Viewer => {
  const viewer = signedIn(req);
  requireRecentFactor(req);
  return viewer;
};
