import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';

/**
 * The person behind a request to an endpoint of ours.
 * @throws Failure `sign-in-required`, `password-must-change`, `second-factor-required`
 */
export const signedIn = (req: PayloadRequest): Viewer => {
  const viewer = viewerOf(req.user);
  if (!viewer || viewer.disabled) throw new Failure('sign-in-required');
  if (viewer.mustChangePassword) throw new Failure('password-must-change');
  if (viewer.mustEnrol) throw new Failure('second-factor-required');
  return viewer;
};

/** Id in the path. */
export const idIn = (req: PayloadRequest): string => String(req.routeParams?.id ?? '');
