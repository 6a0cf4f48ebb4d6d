import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';

/** More levels than anybody can find their way in. */
const deepest = 12;

const relation = z
  .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null);
/** The field in which a document names the one above it. */
const upwards = { topics: 'parent', albums: 'within' } as const;

const node = z.looseObject({ parent: relation, within: relation });

/**
 * Sees to it that topics and albums stay trees: none is above itself, however many lie in between.
 * @throws Failure `field-invalid` for the field that names what is above
 */
export const checkTree = async (
  req: PayloadRequest,
  collection: 'topics' | 'albums',
  id: string,
  parent: unknown,
): Promise<void> => {
  let above = relation.parse(parent) ?? null;
  for (let depth = 0; above !== null; depth++) {
    if (above === id || depth > deepest) throw new Failure('field-invalid', { field: upwards[collection] });
    const found: unknown = await req.payload.db.findOne({
      collection,
      where: { id: { equals: above } },
      req,
    });
    above = node.parse(found ?? {})[upwards[collection]] ?? null;
  }
};
