import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';

/** A person for whom a command acts, and a request of theirs. */
export interface ActingPerson {
  readonly req: PayloadRequest;
  readonly viewer: Viewer;
}

/**
 * A person by their address, with what they may see and do at this moment: asked again, a right that was taken away is gone.
 * @throws Failure `user-unknown` for whoever is not there, has left or is shut out
 */
export const personByAddress = async (payload: Payload, email: string): Promise<ActingPerson> => {
  const where = { email: { equals: email.toLowerCase() } };
  const { docs } = await payload.find({ collection: 'users', where, limit: 1, depth: 0, overrideAccess: true });
  const user = docs[0] ? ({ ...docs[0], collection: 'users' } as PayloadRequest['user']) : null;
  const viewer = viewerOf(user);
  if (!user || !viewer || viewer.disabled) throw new Failure('user-unknown', { email });
  return { req: await createLocalReq({ user: user as never }, payload), viewer };
};
