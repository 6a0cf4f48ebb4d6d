import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { signedIn } from './signed-in.ts';

/**
 * Whoever takes a step that opens something: proposes or agrees that a marking falls or that a person gets clearance. Here, and
 * nowhere else, stands whatever such a step asks of a person beyond having signed in.
 *
 * @throws Failure `sign-in-required`, `password-must-change`
 */
export const whoSteps = (req: PayloadRequest): Viewer => signedIn(req);
