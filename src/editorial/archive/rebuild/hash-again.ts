import type { Payload, Where } from 'payload';
import { z } from 'zod';
import type { Decoders } from '#media/sandbox/pool.ts';
import { noteHistory } from '../history/kept-history.ts';

const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());
const stored = z.looseObject({
  id: z.string(),
  updatedAt: instant,
  thumbhash: z.string().nullish(),
  likeness: z.looseObject({ hash: z.string().nullish() }).nullish(),
  master: z.looseObject({ sha256: z.string() }),
});

/** Whether a record says of its picture what the reading of today says. */
export type Rehashed = 'same' | 'changed';

/**
 * Looks at the master of an image again and notes how it looks: ThumbHash and likeness. Nothing of the description changes, and
 * its date stays. Throws what looking throws.
 */
export const hashAgain = async (
  payload: Pick<Payload, 'db'>,
  decoders: Pick<Decoders, 'looks'>,
  id: string,
): Promise<Rehashed> => {
  const { db } = payload;
  const found: unknown = await db.findOne({ collection: 'images', where: { id: { equals: id } } });
  if (!found) return 'same';
  const { thumbhash, likeness, master, updatedAt } = stored.parse(found);
  const looks = await decoders.looks(master.sha256);
  const next = { thumbhash: looks?.thumbhash ?? '', hash: looks?.likeness ?? null };
  if ((thumbhash ?? '') === next.thumbhash && (likeness?.hash ?? null) === next.hash) return 'same';
  // Somebody may have saved it meanwhile; hashes are the same then, but the date is theirs
  const where: Where = { and: [{ id: { equals: id } }, { updatedAt: { equals: updatedAt } }] };
  const data = { thumbhash: next.thumbhash, likeness: { hash: next.hash, compared: false }, updatedAt };
  await db.updateMany({ collection: 'images', where, data, returning: false });
  const facts = { made: ['thumbhash', 'likeness'], tools: looks?.tools ?? null, from: master.sha256 };
  await noteHistory(payload, { picture: id, kind: 'derivation', who: 'archive rebuild', facts });
  return 'changed';
};
