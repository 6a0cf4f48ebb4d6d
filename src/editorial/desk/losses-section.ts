import { z } from 'zod';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { groundsEnding } from './grounds-ending.ts';
import { type Loss, lossesOf } from './picture-losses.ts';
import { inPortions } from './portions.ts';
import { anyId, byLocale, oldestFirst, sectionOf } from './section.ts';
import { type TextShowing, textsShowing } from './texts-showing.ts';
import { bestTitle } from './titles.ts';

const titled = z.looseObject({ id: anyId, title: byLocale });

/** Titles of pictures that the person may know of. */
const titlesOf = async (
  { payload, user }: Asker,
  pictures: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await inPortions(pictures, async (some) => {
    const { docs } = await payload.find({
      collection: 'images',
      where: { id: { in: some } },
      ...{ pagination: false, limit: 0, locale: 'all', depth: 0, overrideAccess: false },
      select: { title: true },
      user,
    });
    return z.array(titled).parse(docs);
  });
  return new Map(found.map((one) => [one.id, bestTitle(one.title) || one.id.slice(0, 8)]));
};

/** Texts that show a picture of which rights or consents end soon or have fallen away: nothing is said of who gave them. */
export const textsThatLose = async (asker: Asker): Promise<DeskSection> => {
  const now = new Date();
  const ending = await groundsEnding(asker.payload, now);
  const texts = ending ? await textsShowing(asker) : [];
  const shown = [...new Set(texts.flatMap(({ pictures }) => [...pictures]))];
  const losses = ending ? await lossesOf(asker, shown, ending, now) : new Map<string, Loss>();
  const titles = await titlesOf(asker, [...losses.keys()]);
  const itemOf = ({ collection, id: text, title, pictures }: TextShowing): DeskItem[] => {
    const lost = [...pictures].flatMap((one) => {
      const [loss, picture] = [losses.get(one), titles.get(one)];
      return loss && picture ? [{ ...loss, picture }] : [];
    });
    const [first] = lost.sort((one, other) => one.at.localeCompare(other.at));
    if (!first) return [];
    const loses = { within: first.within, picture: first.picture, pictures: lost.length };
    return [{ ...{ collection, id: text, title: bestTitle(title), locales: [], at: first.at, note: null }, loses }];
  };
  const items = texts.flatMap(itemOf);
  return sectionOf('losses', [{ count: items.length, items }], oldestFirst, asker.shown);
};
