import type { PublicLocale } from '#languages/locales.ts';
import type { Card } from '../views/card.ts';
import { daysOf } from './dates.ts';
import type { Value } from './driver.ts';
import type { Orientation } from './list-query.ts';
import type { Store } from './store.ts';
import { rankFor } from './title-order.ts';

/** Sides that differ by one in a hundred or less make a square. */
export const orientationOf = ({ width, height }: { readonly width: number; readonly height: number }): Orientation => {
  if (Math.abs(width - height) * 100 <= Math.max(width, height)) return 'square';
  return width > height ? 'landscape' : 'portrait';
};

/** What only pictures are found by. */
const ofPicture = (card: Card): Record<'orientation' | 'year' | 'rights', Value> => {
  if (card.type !== 'image') return { orientation: null, year: null, rights: null };
  return { orientation: orientationOf(card), year: card.date?.slice(0, 4) ?? null, rights: card.rights };
};

/** What divides the documents of a type: what kind of event it is, and which albums are press kits. */
const kindOf = (card: Card): Value => {
  if (card.type === 'event') return card.kind;
  return card.type === 'album' && card.press !== null ? 'press-kit' : null;
};

/** The columns by which lists filter and sort, read from the card itself, so that they agree with what is shown. */
const columnsOf = (card: Card): Record<string, Value> => {
  const taken = daysOf(card.type === 'image' ? card.date : null);
  const agency = card.type === 'event' ? card.organiser : 'agency' in card ? card.agency : null;
  return {
    type: card.type,
    locale: card.language.requested,
    id: card.id,
    served: card.language.served,
    slug: card.slug,
    published: card.publishedAt,
    updated: card.updatedAt,
    title: card.title,
    starts: card.type === 'event' ? card.startsAt : null,
    ends: card.type === 'event' ? card.endsAt : null,
    taken_from: taken.from,
    taken_to: taken.to,
    kind: kindOf(card),
    status: card.type === 'event' ? card.status : null,
    agency: agency?.id ?? null,
    place: card.type === 'event' ? (card.place?.id ?? null) : null,
    ...ofPicture(card),
  };
};

/** What pictures of somebody are found by: no id has a colon. */
export const personTag = (slug: string): string => `person:${slug}`;

const tagsOf = (card: Card): string[] => [
  ...('topics' in card ? card.topics : []).map((topic) => topic.id),
  ...('places' in card ? card.places : []).map((place) => place.id),
  ...(card.type === 'image' ? card.people : []).map(({ slug }) => personTag(slug)),
  ...(card.type === 'event' && card.place ? [card.place.id] : []),
];

const names = ['type', 'locale', 'id', 'served', 'slug', 'published', 'updated', 'title', 'starts', 'ends'];
const moreNames = [
  'taken_from',
  'taken_to',
  'kind',
  'status',
  'agency',
  'place',
  'orientation',
  'year',
  'rights',
  'rank',
  'card',
];
const all = [...names, ...moreNames];
const upsert = `INSERT INTO card (${all.join(', ')}) VALUES (${all.map((name) => `:${name}`).join(', ')})
  ON CONFLICT (locale, id) DO UPDATE SET ${all.map((name) => `${name} = excluded.${name}`).join(', ')} RETURNING key`;

const rankOf = (store: Store, card: Card, bulk: boolean): number => {
  if (bulk) return 0;
  const { requested } = card.language;
  const old = store.sql('SELECT title, rank FROM card WHERE locale = ? AND id = ?').get(requested, card.id);
  if (old?.title === card.title) return Number(old.rank);
  if (old) store.sql('DELETE FROM card WHERE locale = ? AND id = ?').run(requested, card.id);
  return rankFor(store, card.type, requested, card);
};

/**
 * Stores a card with its columns and tags.
 * @param bulk leaves the order of titles open; `renumber` has to follow
 * @returns key of the row
 */
export const writeCard = (store: Store, card: Card, json: string, bulk: boolean): number => {
  const old = store.sql('SELECT key FROM card WHERE locale = ? AND id = ?').get(card.language.requested, card.id);
  if (old) removeParts(store, Number(old.key));
  const rank = rankOf(store, card, bulk);
  const row = store.sql(upsert).get({ ...columnsOf(card), rank, card: Buffer.from(json) });
  const key = Number(row?.key);
  const tag = store.sql('INSERT OR IGNORE INTO tag VALUES (?, ?)');
  for (const target of tagsOf(card)) tag.run(target, key);
  return key;
};

const removeParts = (store: Store, key: number): void => {
  store.sql('DELETE FROM tag WHERE card = ?').run(key);
  store.sql('DELETE FROM answer WHERE card = ?').run(key);
};

/** Stops serving a document in a language asked for. */
export const removeCard = (store: Store, locale: PublicLocale, id: string): void => {
  const row = store.sql('DELETE FROM card WHERE locale = ? AND id = ? RETURNING key').get(locale, id);
  if (row) removeParts(store, Number(row.key));
};
