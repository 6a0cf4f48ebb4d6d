import type { PayloadRequest } from 'payload';
import { withRights } from '../release/with-rights.ts';

/**
 * Fills rights records and consents into pictures as the database keeps them, past the rules of access: for a decision about
 * the picture, never to be handed out.
 */
export const rightsReader =
  ({ payload }: Pick<PayloadRequest, 'payload'>, req?: PayloadRequest) =>
  (pictures: readonly unknown[]): Promise<unknown[]> =>
    withRights(pictures, async (collection, ids) => {
      if (ids.length === 0) return new Map();
      const where = { id: { in: [...ids] } };
      const found = await payload.db.find({ collection, where, limit: 0, pagination: false, ...(req && { req }) });
      return new Map(found.docs.map((doc) => [String(doc.id), doc] as const));
    });
