import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { viewerOf } from '#collections/viewer-of.ts';
import { type Asker, asHouse, asPerson } from '#editorial/translation/pack/asker.ts';
import { Failure } from '#errors/failure.ts';
import type { SeesSeal } from '#translation/memory/parts.ts';

/** For whom a command acts, and a request of theirs for each document. */
export interface Acting {
  readonly asker: Asker;
  readonly request: () => Promise<PayloadRequest>;
  /** The same as they are in a request: a right that was taken away holds from the next document on. */
  readonly renewed: (req: PayloadRequest) => Asker;
}

/**
 * A person, by their address, with what they may see and do at this moment; without one, the house.
 * @param sees what the house takes, by seals
 * @throws Failure `user-unknown`
 */
export const actingAs = async (payload: Payload, email: string | null, sees: SeesSeal): Promise<Acting> => {
  if (email === null) {
    const asker = asHouse(sees);
    return { asker, request: () => createLocalReq({}, payload), renewed: () => asker };
  }
  const where = { email: { equals: email.toLowerCase() } };
  const { docs } = await payload.find({ collection: 'users', where, limit: 1, depth: 0, overrideAccess: true });
  const [found] = docs;
  const viewer = found ? viewerOf({ ...found, collection: 'users' } as PayloadRequest['user']) : null;
  if (!found || !viewer || viewer.disabled) throw new Failure('user-unknown', { email });
  const request = async () => {
    const user = await payload.findByID({ collection: 'users', id: found.id, depth: 0, overrideAccess: true });
    return createLocalReq({ user: { ...user, collection: 'users' } as never }, payload);
  };
  const renewed = (req: PayloadRequest): Asker => {
    const now = viewerOf(req.user);
    if (!now || now.disabled) throw new Failure('user-unknown', { email });
    return asPerson(now);
  };
  return { asker: asPerson(viewer), request, renewed };
};
