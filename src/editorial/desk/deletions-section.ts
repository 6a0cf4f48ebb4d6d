import { z } from 'zod';
import { findDeletions } from '../archive/deletion/deletions.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { inPortions } from './portions.ts';
import { anyId, byLocale, oldestFirst } from './section.ts';
import { bestTitle } from './titles.ts';

const image = z.looseObject({ id: anyId, title: byLocale });

/** Pictures that somebody else wants deleted, as far as the person may know of them, the first that falls due first. */
export const deletionsWaiting = async ({ payload, user, shown }: Asker): Promise<DeskSection> => {
  const open = await findDeletions({ payload }, { state: { equals: 'asked' } });
  const byPicture = new Map(open.filter((one) => one.askedBy !== String(user.id)).map((one) => [one.picture, one]));
  const pictures = await inPortions([...byPicture.keys()], async (some) => {
    const { docs } = await payload.find({
      ...{ collection: 'images', where: { id: { in: some } }, pagination: false, limit: 0 },
      ...{ locale: 'all', select: { title: true }, depth: 0, overrideAccess: false, user },
    });
    return z.array(image).parse(docs);
  });
  const items = pictures.map(({ id, title }): DeskItem => {
    const deletion = byPicture.get(id);
    return {
      ...{ collection: 'images', id, title: bestTitle(title), locales: [] },
      ...{ at: deletion?.dueAt ?? null, note: deletion?.reason ?? null },
    };
  });
  return { key: 'deletions', count: items.length, items: items.sort(oldestFirst).slice(0, shown) };
};
