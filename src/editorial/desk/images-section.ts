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

/** Images that nobody has released yet. */
export const imagesWaiting = async ({ payload, user, shown }: Asker): Promise<DeskSection> => {
  const { docs, totalDocs } = await payload.find({
    collection: 'images',
    where: { or: [{ 'marking.level': { in: ['internal', 'unreviewed'] } }, broughtBack()] },
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
    key: 'images',
    count: totalDocs,
    items: items.map(({ id, createdAt, title }) => ({
      ...{ collection: 'images', id, title: bestTitle(title), locales: [] },
      ...{ at: createdAt ?? null, note: null },
    })),
  };
};
