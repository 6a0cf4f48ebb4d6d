import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';

/** More levels than anybody can find their way in. */
const deepest = 12;

const relation = z
  .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null);
const topic = z.looseObject({ parent: relation });

/**
 * Sees to it that topics stay a tree: none is above itself, however many lie in between.
 * @throws Failure `field-invalid` for the field `parent`
 */
export const checkTree = async (req: PayloadRequest, id: string, parent: unknown): Promise<void> => {
  let above = relation.parse(parent) ?? null;
  for (let depth = 0; above !== null; depth++) {
    if (above === id || depth > deepest) throw new Failure('field-invalid', { field: 'parent' });
    const found: unknown = await req.payload.db.findOne({
      collection: 'topics',
      where: { id: { equals: above } },
      req,
    });
    above = topic.parse(found ?? {}).parent ?? null;
  }
};
