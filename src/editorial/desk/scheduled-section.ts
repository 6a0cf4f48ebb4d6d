import type { Where } from 'payload';
import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { textCollections } from './document-languages.ts';
import { anyId, byLocale, oldestFirst, sectionOf } from './section.ts';
import { bestTitle } from './titles.ts';

const published = z.looseObject({ id: anyId, title: byLocale, appearsAt: byLocale, _status: byLocale });
type Published = z.infer<typeof published>;

const waitsIn = (locale: StudioLocale, now: string): Where => ({
  and: [{ [`_status.${locale}`]: { equals: 'published' } }, { [`appearsAt.${locale}`]: { greater_than: now } }],
});

/** The first to appear in one language, with what they are in all; what is cut off here comes later than these. */
const firstIn = async (
  { payload, user, shown }: Asker,
  collection: TextCollection,
  locale: StudioLocale,
  now: string,
): Promise<Published[]> => {
  const { docs } = await payload.find({
    collection,
    where: waitsIn(locale, now),
    sort: `appearsAt.${locale}`,
    limit: shown,
    pagination: false,
    locale: 'all',
    select: { title: true, appearsAt: true, _status: true },
    depth: 0,
    fallbackLocale: false,
    overrideAccess: false,
    user,
  });
  return z.array(published).parse(docs);
};

const itemOf = (collection: TextCollection, { id, title, appearsAt, _status }: Published, now: string): DeskItem => {
  const isWaiting = (locale: StudioLocale) => _status?.[locale] === 'published' && (appearsAt?.[locale] ?? '') > now;
  const locales = studioLocales.filter(isWaiting);
  const at = locales.map((locale) => appearsAt?.[locale] ?? '').sort()[0] ?? null;
  return { collection, id, title: bestTitle(title, locales[0]), locales, at, note: null };
};

/** Published, and in some language its time to appear has not come. */
export const scheduled = async (asker: Asker): Promise<DeskSection> => {
  const { payload, user } = asker;
  const now = new Date().toISOString();
  const where: Where = { or: studioLocales.map((locale) => waitsIn(locale, now)) };
  const answers: { count: number; items: DeskItem[] }[] = [];
  for (const collection of textCollections) {
    const { totalDocs } = await payload.count({ collection, where, overrideAccess: false, user });
    const items = new Map<string, DeskItem>();
    for (const locale of totalDocs > 0 ? studioLocales : [])
      for (const one of await firstIn(asker, collection, locale, now)) items.set(one.id, itemOf(collection, one, now));
    answers.push({ count: totalDocs, items: [...items.values()] });
  }
  return sectionOf('scheduled', answers, oldestFirst, asker.shown);
};
