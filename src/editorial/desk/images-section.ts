import type { Where } from 'payload';
import { z } from 'zod';
import type { Asker, DeskSection } from './desk.ts';
import { anyId, byLocale } from './section.ts';
import { bestTitle } from './titles.ts';

const image = z.looseObject({ id: anyId, createdAt: z.string().nullish(), title: byLocale });

/**
 * What a bag brought back as public was released elsewhere: here, nobody has yet. Made anew for each question, since Payload
 * writes into conditions.
 */
const broughtBack = (): Where => ({
  and: [{ 'marking.level': { equals: 'public' } }, { releasedBy: { exists: false } }],
});

/** Documents of a collection that nobody has released yet. */
const waiting = async (
  { payload, user, shown }: Asker,
  collection: 'images' | 'albums',
  more: readonly Where[] = [],
): Promise<DeskSection> => {
  const { docs, totalDocs } = await payload.find({
    collection,
    where: { and: [{ or: [{ 'marking.level': { in: ['internal', 'unreviewed'] } }, broughtBack()] }, ...more] },
    sort: '-createdAt',
    limit: shown,
    locale: 'all',
    select: { title: true, createdAt: true },
    depth: 0,
    overrideAccess: false,
    user,
  });
  const items = z.array(image).parse(docs);
  return {
    key: collection,
    count: totalDocs,
    items: items.map(({ id, createdAt, title }) => ({
      ...{ collection, id, title: bestTitle(title), locales: [] },
      ...{ at: createdAt ?? null, note: null },
    })),
  };
};

export const imagesWaiting = (asker: Asker): Promise<DeskSection> => waiting(asker, 'images');

/** Albums that the person may release: not their own, unless one may publish what is one’s own. */
export const albumsWaiting = (asker: Asker, selfPublish: boolean): Promise<DeskSection> =>
  waiting(asker, 'albums', selfPublish ? [] : [{ createdBy: { not_equals: asker.user.id } }]);
