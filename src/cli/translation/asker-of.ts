import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { viewerOf } from '#collections/viewer-of.ts';
import { personByAddress } from '#editorial/people/person-by-address.ts';
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
  const { viewer } = await personByAddress(payload, email);
  const request = async () => (await personByAddress(payload, email)).req;
  const renewed = (req: PayloadRequest): Asker => {
    const now = viewerOf(req.user);
    if (!now || now.disabled) throw new Failure('user-unknown', { email });
    return asPerson(now);
  };
  return { asker: asPerson(viewer), request, renewed };
};
