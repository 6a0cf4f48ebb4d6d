import type { Where } from 'payload';
import { z } from 'zod';
import { isStudioLocale, type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import type { Asker, DeskItem, DeskSection, DeskSectionKey } from './desk.ts';
import type { DeskPerson } from './desk-person.ts';
import { textCollections } from './document-languages.ts';

/** How many items of a section the desk shows; the count tells how many there are. */
const shown = 6;
/** How many rows are looked at to gather documents that are listed once for all their languages. */
const looked = 200;

const row = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().nullish(),
  updatedAt: z.string().nullish(),
  appearsAt: z.string().nullish(),
});

interface Question {
  collection: TextCollection;
  locale: StudioLocale;
  draft: boolean;
  where: Where;
}

const ask = async ({ payload, user }: Asker, question: Question) => {
  const found = await payload.find({
    ...question,
    limit: looked,
    depth: 0,
    sort: '-updatedAt',
    fallbackLocale: false,
    overrideAccess: false,
    user,
  });
  return z.array(row).parse(found.docs);
};

const section = (key: DeskSectionKey, items: DeskItem[]): DeskSection => ({
  key,
  count: items.length,
  items: items.slice(0, shown),
});

const newestFirst = (one: DeskItem, other: DeskItem): number => (other.at ?? '').localeCompare(one.at ?? '');

/** Gathers the answers for each language into one item a document. */
const gather = async (
  asker: Asker,
  locales: readonly StudioLocale[],
  question: Omit<Question, 'collection' | 'locale'>,
  moment: 'updatedAt' | 'appearsAt' = 'updatedAt',
): Promise<DeskItem[]> => {
  const items = new Map<string, DeskItem>();
  for (const collection of textCollections) {
    for (const locale of locales) {
      for (const found of await ask(asker, { ...question, collection, locale })) {
        const key = `${collection}/${found.id}`;
        const item = items.get(key) ?? { collection, id: found.id, title: '', locales: [], at: null, note: null };
        items.set(key, {
          ...item,
          title: item.title || found.title || '',
          locales: [...item.locales, locale],
          at: item.at ?? found[moment] ?? null,
        });
      }
    }
  }
  return [...items.values()];
};

/** Documents that the person began and that are not public in some language in which they have words. */
export const myDrafts = async (asker: Asker, person: DeskPerson): Promise<DeskSection> => {
  const where: Where = {
    and: [{ createdBy: { equals: person.id } }, { _status: { equals: 'draft' } }, { title: { exists: true } }],
  };
  const items = await gather(asker, studioLocales, { draft: true, where });
  return section('drafts', items.sort(newestFirst));
};

const titleOf = async ({ payload, user }: Asker, collection: string, id: string, locale: StudioLocale) => {
  if (collection !== 'articles' && collection !== 'events' && collection !== 'images') return null;
  const found: unknown = await payload.findByID({
    collection,
    id,
    draft: collection !== 'images',
    locale: 'all',
    depth: 0,
    fallbackLocale: false,
    disableErrors: true,
    overrideAccess: false,
    user,
  });
  const titles = z
    .looseObject({ title: z.partialRecord(z.enum(studioLocales), z.string().nullish()).nullish() })
    .safeParse(found);
  if (!found || !titles.success) return null;
  const title = titles.data.title ?? {};
  return title[locale] || studioLocales.map((one) => title[one]).find(Boolean) || '';
};

const review = z.looseObject({
  collection: z.string(),
  documentId: z.string(),
  locale: z.enum(studioLocales),
  state: z.string(),
  note: z.string().nullish(),
  at: z.string(),
});
type Review = z.infer<typeof review>;

/** Of each language of each document only the newest review counts: what was returned and sent again no longer waits. */
const newest = (rows: readonly Review[]): Review[] => {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = `${row.collection}/${row.documentId}/${row.locale}`;
    return !seen.has(key) && seen.add(key);
  });
};

const askReviews = async (asker: Asker, where: Where, state: string): Promise<DeskItem[]> => {
  const { payload, user } = asker;
  const found = await payload.find({
    collection: 'reviews',
    where,
    sort: '-at',
    limit: looked,
    depth: 0,
    overrideAccess: false,
    user,
  });
  const items: DeskItem[] = [];
  for (const one of newest(z.array(review).parse(found.docs))) {
    if (one.state !== state) continue;
    const title = await titleOf(asker, one.collection, one.documentId, one.locale);
    if (title === null) continue;
    const { collection, documentId: id, locale, at, note } = one;
    items.push({ collection, id, title, locales: [locale], at, note: note ?? null });
  }
  return items;
};

/** Languages that a reviewer sent back to the person. */
export const returnedToMe = async (asker: Asker, person: DeskPerson): Promise<DeskSection> =>
  section('returned', await askReviews(asker, { requestedBy: { equals: person.id } }, 'returned'));

/** Languages of which a review is asked and that the person may publish. */
export const reviewsFor = async (asker: Asker, person: DeskPerson): Promise<DeskSection> => {
  const locales = person.publishes.length > 0 ? person.publishes : studioLocales;
  const where: Where = { and: [{ state: { equals: 'requested' } }, { locale: { in: [...locales] } }] };
  return section('review', await askReviews(asker, where, 'requested'));
};

/** Documents that are public in one language and have no words in another that the person may write. */
export const languagesMissing = async (asker: Asker, person: DeskPerson): Promise<DeskSection> => {
  const locales = person.translates.length > 0 ? person.translates : studioLocales;
  const published = await gather(asker, studioLocales, { draft: false, where: { _status: { equals: 'published' } } });
  const written = await gather(asker, locales, { draft: true, where: { title: { exists: true } } });
  const has = new Map(written.map((item) => [`${item.collection}/${item.id}`, new Set(item.locales)]));
  const items = published.flatMap((item) => {
    const missing = locales.filter((locale) => !has.get(`${item.collection}/${item.id}`)?.has(locale));
    return missing.length > 0 ? [{ ...item, locales: missing }] : [];
  });
  return section('missing', items.sort(newestFirst));
};

/** Published, and its time to appear has not come. */
export const scheduled = async (asker: Asker): Promise<DeskSection> => {
  const where: Where = {
    and: [{ _status: { equals: 'published' } }, { appearsAt: { greater_than: new Date().toISOString() } }],
  };
  const items = await gather(asker, studioLocales, { draft: false, where }, 'appearsAt');
  return section('scheduled', items.sort(newestFirst).reverse());
};

/** Images that nobody has released yet. */
export const imagesWaiting = async (asker: Asker): Promise<DeskSection> => {
  const { payload, user } = asker;
  const asked = {
    where: { 'marking.level': { in: ['internal', 'unreviewed'] } },
    overrideAccess: false,
    user,
  } as const;
  const { totalDocs } = await payload.count({ collection: 'images', ...asked });
  const found = await payload.find({
    collection: 'images',
    ...asked,
    sort: '-createdAt',
    limit: shown,
    depth: 0,
    locale: 'all',
  });
  const image = z.looseObject({
    id: z.union([z.string(), z.number()]).transform(String),
    createdAt: z.string().nullish(),
  });
  const items: DeskItem[] = [];
  for (const one of z.array(image).parse(found.docs)) {
    const title = (await titleOf(asker, 'images', one.id, 'vi')) ?? '';
    items.push({ collection: 'images', id: one.id, title, locales: [], at: one.createdAt ?? null, note: null });
  }
  return { key: 'images', count: totalDocs, items };
};

/** Key under which the studio remembers, for each person, the ids of what they opened last. */
export const recentKey = 'recently-visited';

const visits = z.looseObject({
  visits: z.array(
    z.looseObject({ collection: z.string(), id: z.string(), locale: z.string().nullish(), at: z.string() }),
  ),
});

/** What the person opened last. Titles are read anew each time: a document that was hidden since is not named. */
export const recentlyVisited = async (asker: Asker): Promise<DeskSection> => {
  const { payload, user } = asker;
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
  return section('recent', items);
};
