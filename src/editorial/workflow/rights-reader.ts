import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { withRights } from '../release/with-rights.ts';

const members = z.array(z.object({ image: z.string(), album: z.string() }));

/**
 * Fills rights records, consents and the albums around them into pictures as the database keeps them, past the rules of
 * access: for a decision about the picture, never to be handed out.
 */
export const rightsReader =
  ({ payload }: Pick<PayloadRequest, 'payload'>, req?: PayloadRequest) =>
  (pictures: readonly unknown[]): Promise<unknown[]> => {
    const among = async (collection: string, field: string, values: readonly string[]) => {
      if (values.length === 0) return [];
      const where = { [field]: { in: [...values] } };
      return (await payload.db.find({ collection, where, limit: 0, pagination: false, ...(req && { req }) })).docs;
    };
    return withRights(pictures, {
      byIds: async (collection, ids) =>
        new Map((await among(collection, 'id', ids)).map((doc) => [String(doc.id), doc] as const)),
      memberships: async (images) => members.parse(await among('album-members', 'image', images)),
    });
  };
