import type { PayloadRequest } from 'payload';
import { carryingOut } from './grant-law.ts';

/**
 * Writes what a person holds from now on, by the right of whoever was asked before: the hook of the record looks at it once more.
 * @param grant the agreed proposal that is carried out; null where everything is taken back
 */
export const writeStanding = async (
  req: PayloadRequest,
  person: string,
  grant: string | null,
  data: object,
): Promise<void> => {
  await carryingOut(req, grant, () =>
    req.payload.update({ collection: 'users', id: person, data, depth: 0, overrideAccess: true, req }),
  );
};
