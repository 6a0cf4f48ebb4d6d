import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { describedLists, describedLocal, describedTexts } from '#collections/fields/described.ts';
import { byLocale } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';
import { languageOf } from '../words/language-of.ts';
import { type Hint, hintsOfRecord } from './hints.ts';

/** A picture of the queue at a glance. */
export interface ToldPicture {
  readonly id: string;
  readonly title: string;
  readonly filename: string;
  readonly thumbhash: string;
  /** What stands in its record and in the name of its file; what its file says of itself is asked for apart. */
  readonly hints: readonly Hint[];
}

const stored = z.looseObject({
  id: z.string(),
  title: byLocale,
  thumbhash: z.string().nullish(),
  master: z.looseObject({ filename: z.string().nullish() }).nullish().catch(null),
});

const select = Object.fromEntries(
  [
    ...['title', 'alt', 'caption', 'credit', 'creator', 'takenOn', 'thumbhash', 'master'],
    ...[...describedLocal, ...describedTexts, ...describedLists],
  ].map((name) => [name, true]),
) as Record<string, true>;

/** Pictures by their ids, read with the person's own rights; what they may not see is not among them. */
export const tellPictures = async (
  req: PayloadRequest,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ToldPicture>> => {
  if (ids.length === 0) return new Map();
  const { docs } = await req.payload.find({
    collection: 'images',
    where: { id: { in: [...ids] } },
    ...{ limit: ids.length, pagination: false, locale: 'all', depth: 0, select: select as never },
    overrideAccess: false,
    user: req.user,
    req,
  });
  const language = languageOf(req);
  return new Map(
    (docs as unknown as Record<string, unknown>[]).map((doc) => {
      const { id, title, thumbhash, master } = stored.parse(doc);
      const told = { id, title: bestTitle(title, language), filename: master?.filename ?? '' };
      return [id, { ...told, thumbhash: thumbhash ?? '', hints: hintsOfRecord(doc) }];
    }),
  );
};
