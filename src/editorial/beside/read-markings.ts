import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { type Marking, readSeal } from '#access/level.ts';

const marking = z.looseObject({ subjectId: z.string(), seal: z.string() });

/** How documents of a collection are marked, by their id. One whose seal cannot be read is in no answer. */
export const readMarkings = async (
  { db }: Pick<Payload, 'db'>,
  collection: string,
  ids: readonly string[],
): Promise<Map<string, Marking>> => {
  if (ids.length === 0) return new Map();
  const where: Where = { and: [{ subjectType: { equals: collection } }, { subjectId: { in: [...ids] } }] };
  const select = { subjectId: true, seal: true } as const;
  const { docs } = await db.find({ collection: 'markings', where, limit: 0, pagination: false, select });
  const found = new Map<string, Marking>();
  for (const { subjectId, seal } of z.array(marking).parse(docs)) {
    const read = readSeal(seal);
    if (read) found.set(subjectId, read);
  }
  return found;
};
