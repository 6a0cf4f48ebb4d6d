import { z } from 'zod';
import { findDeletions } from '../archive/deletion/deletions.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { anyId, byLocale, oldestFirst } from './section.ts';
import { bestTitle } from './titles.ts';

const image = z.looseObject({ id: anyId, title: byLocale });

/** Ids that are asked for at once: databases take only so many. */
const portion = 500;

/** Pictures that somebody else wants deleted, as far as the person may know of them, the first that falls due first. */
export const deletionsWaiting = async ({ payload, user, shown }: Asker): Promise<DeskSection> => {
  const open = await findDeletions({ payload }, { state: { equals: 'asked' } });
  const byPicture = new Map(open.filter((one) => one.askedBy !== String(user.id)).map((one) => [one.picture, one]));
  const ids = [...byPicture.keys()];
  const items: DeskItem[] = [];
  for (let from = 0; from < ids.length; from += portion) {
    const { docs } = await payload.find({
      collection: 'images',
      where: { id: { in: ids.slice(from, from + portion) } },
      pagination: false,
      limit: 0,
      locale: 'all',
      select: { title: true },
      depth: 0,
      overrideAccess: false,
      user,
    });
    for (const { id, title } of z.array(image).parse(docs)) {
      const deletion = byPicture.get(id);
      items.push({
        ...{ collection: 'images', id, title: bestTitle(title), locales: [] },
        ...{ at: deletion?.dueAt ?? null, note: deletion?.reason ?? null },
      });
    }
  }
  return { key: 'deletions', count: items.length, items: items.sort(oldestFirst).slice(0, shown) };
};
