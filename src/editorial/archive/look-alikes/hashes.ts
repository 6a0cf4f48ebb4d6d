import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { isLikeness, type Likeness } from '#media/likeness/likeness.ts';

/** A picture by how it looks. */
export interface Looks {
  readonly id: string;
  readonly hash: Likeness;
  /** When the record was last saved. */
  readonly updatedAt: string;
}

const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());
const stored = z.looseObject({ id: z.string(), updatedAt: instant, likeness: z.looseObject({ hash: z.string() }) });

/** Pictures that say something of how they look, and do not already stand behind another record. */
const comparable: Where[] = [{ 'likeness.hash': { exists: true } }, { mergedInto: { exists: false } }];

const uncompared: Where = { 'likeness.compared': { not_equals: true } };

export const countComparable = async ({ db }: Payload): Promise<number> =>
  (await db.count({ collection: 'images', where: { and: [...comparable] } })).totalDocs;

const find = async ({ db }: Payload, where: Where[], limit: number): Promise<Looks[]> => {
  const { docs } = await db.find({
    collection: 'images',
    where: { and: [...comparable, ...where] },
    select: { likeness: { hash: true }, updatedAt: true },
    sort: 'id',
    limit,
    pagination: false,
  });
  return docs.flatMap((doc) => {
    const { id, likeness, updatedAt } = stored.parse(doc);
    return isLikeness(likeness.hash) ? [{ id, hash: likeness.hash, updatedAt }] : [];
  });
};

/** The next pictures that have not been held against the others. */
export const findUncompared = (payload: Payload, limit: number): Promise<Looks[]> => find(payload, [uncompared], limit);

/** How many of the pictures that somebody may see wait to be held against the others. */
export const countUncompared = async (req: PayloadRequest): Promise<number> => {
  const where = { and: [...comparable, uncompared] };
  return (await req.payload.count({ collection: 'images', where, overrideAccess: false, req })).totalDocs;
};

/** All pictures that can be compared, in portions, so that others have their turn between them. */
export async function* allLooks(payload: Payload, portion = 5000): AsyncGenerator<Looks[]> {
  for (let after: string | null = null; ; ) {
    const looks: Looks[] = await find(payload, after === null ? [] : [{ id: { greater_than: after } }], portion);
    if (looks.length > 0) yield looks;
    after = looks.at(-1)?.id ?? null;
    if (looks.length < portion) return;
  }
}

/**
 * Notes that a picture has been compared, unless it was saved meanwhile: then it is compared once more.
 * @NOTE No save: nothing of its description changes, and nobody saved it, so that its date stays what it was.
 */
export const markCompared = async ({ db }: Payload, { id, hash, updatedAt }: Looks): Promise<void> => {
  const where: Where = { and: [{ id: { equals: id } }, { updatedAt: { equals: updatedAt } }] };
  const data = { likeness: { hash, compared: true }, updatedAt };
  await db.updateMany({ collection: 'images', where, data, returning: false });
};
