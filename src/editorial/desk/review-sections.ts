import type { Where } from 'payload';
import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import type { DeskPerson } from './desk-person.ts';
import { textCollections } from './document-languages.ts';
import { anyId, type ByLocale } from './section.ts';
import { bestTitle, draftTitlesOf } from './titles.ts';

const review = z.looseObject({
  id: anyId,
  collection: z.string(),
  documentId: z.string(),
  locale: z.enum(studioLocales),
  state: z.string(),
  at: z.string(),
});
type Review = z.infer<typeof review>;

const select = { collection: true, documentId: true, locale: true, state: true, at: true } as const;

/** Rows that are read at once: without the words of a review they are small. */
const page = 500;

/** Every review of which a condition is true, newest first. */
const readReviews = async ({ payload, user }: Asker, where: Where): Promise<Review[]> => {
  const reviews: Review[] = [];
  for (let number = 1; ; number += 1) {
    const paging = { limit: page, page: number, sort: ['-at', 'id'] };
    const asked = { where, select, depth: 0, overrideAccess: false, user, ...paging };
    const { docs, hasNextPage } = await payload.find({ collection: 'reviews', ...asked });
    reviews.push(...z.array(review).parse(docs));
    if (!hasNextPage) return reviews;
  }
};

/** Of each language of each document only the newest review counts: what was returned and sent again no longer waits. */
const newest = (rows: readonly Review[]): Review[] => {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = `${row.collection}/${row.documentId}/${row.locale}`;
    return !seen.has(key) && seen.add(key);
  });
};

const noted = z.looseObject({ id: anyId, note: z.string().nullish() });

/** The reviewers' words, by the id of the review. */
const notesOf = async ({ payload, user }: Asker, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const asked = { where: { id: { in: [...ids] } }, select: { note: true }, depth: 0, pagination: false } as const;
  const { docs } = await payload.find({ collection: 'reviews', ...asked, overrideAccess: false, user });
  return new Map(
    z
      .array(noted)
      .parse(docs)
      .map(({ id, note }) => [id, note ?? '']),
  );
};

/** The first of them in the words of their documents. A review is as confidential as what it speaks of, and goes with it. */
const itemsOf = async (asker: Asker, reviews: readonly Review[]): Promise<DeskItem[]> => {
  const first = reviews.slice(0, asker.shown);
  const titles = new Map<string, ByLocale>();
  for (const collection of textCollections) {
    const ids = first.filter((one) => one.collection === collection).map(({ documentId }) => documentId);
    for (const [id, title] of await draftTitlesOf(asker, collection, ids)) titles.set(`${collection}/${id}`, title);
  }
  const notes = await notesOf(
    asker,
    first.map(({ id }) => id),
  );
  return first.map(({ id, collection, documentId, locale, at }) => ({
    ...{ collection, id: documentId, title: bestTitle(titles.get(`${collection}/${documentId}`), locale) },
    ...{ locales: [locale], at, note: notes.get(id) || null },
  }));
};

/** Languages that a reviewer sent back to the person. */
export const returnedToMe = async (asker: Asker, person: DeskPerson): Promise<DeskSection> => {
  const mine = await readReviews(asker, { requestedBy: { equals: person.id } });
  const returned = newest(mine).filter(({ state }) => state === 'returned');
  return { key: 'returned', count: returned.length, items: await itemsOf(asker, returned) };
};

/** Languages of which a review is asked and that the person may publish. */
export const reviewsFor = async (asker: Asker, person: DeskPerson): Promise<DeskSection> => {
  const locales = person.publishes.length > 0 ? person.publishes : studioLocales;
  const where: Where = { and: [{ state: { equals: 'requested' } }, { locale: { in: [...locales] } }] };
  const waiting = newest(await readReviews(asker, where));
  return { key: 'review', count: waiting.length, items: await itemsOf(asker, waiting) };
};
