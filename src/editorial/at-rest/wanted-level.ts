import type { Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { type Level, rankOf } from '#access/level.ts';
import { markingsOf } from '../workflow/marking-store.ts';
import type { Remarked } from './seal-as-marked.ts';

const image = z.looseObject({ id: z.string() });

/** What is named by two records is sealed as the higher of them is marked. */
const highest = (one: Level | undefined, other: Level): Level =>
  one === undefined || rankOf(other) > rankOf(one) ? other : one;

/**
 * As what a file is to be sealed now; undefined where nothing names it any more.
 * @param remarked what has just been marked: whoever else looks may not see it yet
 */
export const wantedLevel = async (
  payload: Payload,
  sha256: string,
  remarked?: Remarked,
): Promise<Level | undefined> => {
  const where: Where = { or: ['master', 'origin'].map((one) => ({ [`${one}.sha256`]: { equals: sha256 } })) };
  const { docs } = await payload.db.find({ collection: 'images', where, limit: 0, pagination: false });
  const ids = z
    .array(image)
    .parse(docs)
    .map(({ id }) => id);
  const markings = await markingsOf({ payload } as PayloadRequest, 'images', ids);
  const levelOf = (id: string) => (id === remarked?.id ? remarked.level : (markings.get(id)?.level ?? 'unreviewed'));
  return ids.map(levelOf).reduce<Level | undefined>(highest, undefined);
};
