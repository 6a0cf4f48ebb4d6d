import type { PublicLocale } from '#languages/locales.ts';
import { publicId, type RecordType, slug as slugSchema } from '#record/common.ts';
import { chainFrom } from './in-force.ts';
import type { Store } from './store.ts';

/** What somebody asks for: one document, by id or slug, in a language. */
export interface Wanted {
  readonly type: RecordType;
  readonly locale: PublicLocale;
  /** Whether another language will do. */
  readonly fallback: boolean;
  /** Id or slug, as it stands in the path. */
  readonly key: string;
}

/** A closed set of outcomes. `missing` says nothing about why. */
export type Found =
  | { readonly outcome: 'here'; readonly key: number; readonly served: PublicLocale }
  | { readonly outcome: 'moved'; readonly slug: string }
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'missing' };

interface CardRow {
  readonly key: number;
  readonly id: string;
  readonly slug: string;
  readonly served: PublicLocale;
}

const cardRow = (row: Record<string, unknown> | undefined): CardRow | null =>
  row ? (row as unknown as CardRow) : null;

const select = 'SELECT key, id, slug, served FROM card';

const byId = (store: Store, { type, locale }: Wanted, id: string): CardRow | null =>
  cardRow(store.sql(`${select} WHERE locale = ? AND id = ? AND type = ?`).get(locale, id, type));

/** A document that has this slug in the language asked for comes before one that is only served in its place. */
const bySlug = (store: Store, { type, locale, key }: Wanted): CardRow | null =>
  cardRow(
    store
      .sql(`${select} WHERE type = ? AND locale = ? AND slug = ? ORDER BY served = locale DESC, id LIMIT 1`)
      .get(type, locale, key),
  );

/** Its files are still on their way: it has not gone, it is not here yet. */
export const isComing = (store: Store, id: string): boolean =>
  store.sql('SELECT 1 FROM blob_use JOIN blob_missing USING (sha) WHERE id = ? LIMIT 1').get(id) !== undefined;

/** It can be seen, and not in this language: readers of it wait for one of their own, which was never there. */
const isSeenElsewhere = (store: Store, id: string): boolean =>
  store.sql('SELECT 1 FROM card WHERE id = ? LIMIT 1').get(id) !== undefined;

const wasSeen = (store: Store, wanted: Wanted, id: string, fallback: readonly PublicLocale[], now: string): boolean => {
  if (isComing(store, id)) return false;
  const locales = wanted.fallback && !isSeenElsewhere(store, id) ? chainFrom(wanted.locale, fallback) : [wanted.locale];
  const ask = store.sql('SELECT 1 FROM once WHERE id = ? AND locale = ? AND type = ? AND since <= ? LIMIT 1');
  return locales.some((locale) => ask.get(id, locale, wanted.type, now) !== undefined);
};

const usable = (wanted: Wanted, row: CardRow | null): row is CardRow =>
  row !== null && (wanted.fallback || row.served === wanted.locale);

const here = ({ key, served }: CardRow): Found => ({ outcome: 'here', key, served });

/**
 * A slug that once led to a document leads to it still: by 301 where its language has another slug now. So does the id of a
 * record for which another one stands.
 */
const formerly = (store: Store, wanted: Wanted, now: string): Found => {
  const rows = store
    .sql('SELECT id, locale FROM once WHERE type = ? AND slug = ? AND since <= ? ORDER BY locale = ? DESC, id')
    .all(wanted.type, wanted.key, now, wanted.locale);
  let outcome: Found = { outcome: 'missing' };
  for (const { id, locale } of rows) {
    const row = byId(store, wanted, String(id));
    if (usable(wanted, row)) {
      if (locale === row.served) return { outcome: 'moved', slug: row.slug };
      if (locale === wanted.locale) return here(row);
    } else if (locale === wanted.locale && !isComing(store, String(id))) outcome = { outcome: 'withdrawn' };
  }
  return outcome;
};

/**
 * Finds a document by id or slug.
 * @param fallback the deployment's order of languages
 * @param now instant
 */
export const findDocument = (store: Store, wanted: Wanted, fallback: readonly PublicLocale[], now: string): Found => {
  const isId = publicId.safeParse(wanted.key).success;
  const named = isId ? byId(store, wanted, wanted.key) : null;
  if (usable(wanted, named)) return here(named);
  // A slug may have the form of an id
  const slugged = slugSchema.safeParse(wanted.key).success ? bySlug(store, wanted) : null;
  if (usable(wanted, slugged)) return here(slugged);
  const former = formerly(store, wanted, now);
  const wasHere = former.outcome === 'missing' && isId && wasSeen(store, wanted, wanted.key, fallback, now);
  return wasHere ? { outcome: 'withdrawn' } : former;
};

/** Id of the document that a filter names by id or slug, as far as it can be seen in this language. */
export const findId = (
  store: Store,
  type: RecordType,
  locale: PublicLocale,
  key: string,
  now: string,
): string | null => {
  const wanted: Wanted = { type, locale, fallback: true, key };
  const found = findDocument(store, wanted, [], now);
  const row =
    found.outcome === 'here'
      ? store.sql('SELECT id FROM card WHERE key = ?').get(found.key)
      : found.outcome === 'moved'
        ? store.sql('SELECT id FROM card WHERE type = ? AND locale = ? AND slug = ?').get(type, locale, found.slug)
        : undefined;
  return typeof row?.id === 'string' ? row.id : null;
};
