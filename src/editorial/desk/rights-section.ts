import type { Where } from 'payload';
import { z } from 'zod';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { picturesTaking } from './pictures-taking.ts';
import { anyId, byLocale, oldestFirst, sectionOf } from './section.ts';
import { textsShowing } from './texts-showing.ts';
import { bestTitle } from './titles.ts';

/** Editors hear of an end this many days before it, and again when it is nearer. */
export const noticeDays = [7, 30, 60] as const;
export type NoticeDays = (typeof noticeDays)[number];

const dayMs = 24 * 60 * 60 * 1000;

/** The nearest notice that an end calls for; null: it is further away than all, or over. */
export const noticeFor = (end: string, now: Date): NoticeDays | null => {
  const days = (Date.parse(end) - now.getTime()) / dayMs;
  return days <= 0 ? null : (noticeDays.find((one) => days <= one) ?? null);
};

const grounds = { rights: 'rightsRecord', consents: 'consents' } as const;
type Ground = keyof typeof grounds;

const ending = z.looseObject({ id: anyId, name: byLocale, person: z.string().nullish(), validUntil: z.string() });
const withId = z.looseObject({ id: anyId });

/** What ends within the time of notice, the first to end first. Whoever may not read consents is asked about records alone. */
const endingSoon = async ({ payload, user, shown }: Asker, collection: Ground, now: Date) => {
  const last = new Date(now.getTime() + noticeDays[2] * dayMs).toISOString();
  const soon: Where[] = [
    { validUntil: { greater_than: now.toISOString() } },
    { validUntil: { less_than_equal: last } },
    ...(collection === 'consents' ? [{ withdrawnOn: { exists: false } }] : []),
  ];
  const { docs, totalDocs } = await payload.find({
    collection,
    where: { and: soon },
    sort: 'validUntil',
    limit: shown,
    locale: 'all',
    depth: 0,
    overrideAccess: false,
    user,
  });
  return { count: totalDocs, ends: z.array(ending).parse(docs) };
};

/** All pictures that stand upon one of these, or take it from an album, as far as the person may know of them. */
const picturesOf = async (asker: Asker, collection: Ground, id: string): Promise<Set<string>> => {
  const { payload, user } = asker;
  const taking = collection === 'rights' ? await picturesTaking(asker, id) : [];
  const { docs } = await payload.find({
    collection: 'images',
    where: { [grounds[collection]]: { in: [id] } },
    pagination: false,
    limit: 0,
    select: { createdAt: true },
    depth: 0,
    overrideAccess: false,
    user,
  });
  return new Set([
    ...z
      .array(withId)
      .parse(docs)
      .map((doc) => doc.id),
    ...taking,
  ]);
};

/** Terms and consents that end soon, with how many pictures and texts they concern. */
export const rightsEnding = async (asker: Asker, mayReadConsents: boolean): Promise<DeskSection> => {
  const now = new Date();
  const answers: { count: number; items: DeskItem[] }[] = [];
  for (const collection of mayReadConsents ? (['rights', 'consents'] as const) : (['rights'] as const)) {
    const { count, ends } = await endingSoon(asker, collection, now);
    const items: DeskItem[] = [];
    for (const { id, name, person, validUntil } of ends) {
      const pictures = await picturesOf(asker, collection, id);
      const texts = await textsShowing(asker);
      const concerned = texts.filter(({ pictures: shown }) => [...shown].some((one) => pictures.has(one)));
      items.push({
        ...{ collection, id, title: person || bestTitle(name), locales: [], at: validUntil, note: null },
        ends: { within: noticeFor(validUntil, now) ?? noticeDays[0], pictures: pictures.size, texts: concerned.length },
      });
    }
    answers.push({ count, items });
  }
  return sectionOf('rights', answers, oldestFirst, asker.shown);
};
