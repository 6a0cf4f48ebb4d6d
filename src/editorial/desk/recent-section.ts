import { z } from 'zod';
import { isStudioLocale } from '#languages/locales.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { titleOf } from './titles.ts';

/** Key under which the studio remembers, for each person, the ids of what they opened last. */
const recentKey = 'recently-visited';

const visits = z.looseObject({
  visits: z.array(
    z.looseObject({ collection: z.string(), id: z.string(), locale: z.string().nullish(), at: z.string() }),
  ),
});

/** What the person opened last. Titles are read anew each time: a document that was hidden since is not named. */
export const recentlyVisited = async (asker: Asker): Promise<DeskSection> => {
  const { payload, user, shown } = asker;
  const found = await payload.find({
    collection: 'payload-preferences',
    where: { and: [{ key: { equals: recentKey } }, { 'user.value': { equals: user.id } }] },
    limit: 1,
    depth: 0,
    overrideAccess: false,
    user,
  });
  const remembered = visits.safeParse(found.docs[0]?.value);
  const items: DeskItem[] = [];
  for (const visit of remembered.success ? remembered.data.visits.slice(0, shown) : []) {
    const locale = isStudioLocale(visit.locale) ? visit.locale : 'vi';
    const title = await titleOf(asker, visit.collection, visit.id, locale);
    if (title === null) continue;
    items.push({ collection: visit.collection, id: visit.id, title, locales: [locale], at: visit.at, note: null });
  }
  return { key: 'recent', count: items.length, items };
};
