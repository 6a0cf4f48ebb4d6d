import type { PublicLocale } from '#languages/locales.ts';
import type { RecordType } from '#record/common.ts';
import type { Store } from './store.ts';

const collators = new Map<PublicLocale, Intl.Collator>();

const collatorOf = (locale: PublicLocale): Intl.Collator => {
  const known = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, known);
  return known;
};

/** A title with its id: the id decides between titles that a reader would call the same. */
export interface Titled {
  readonly title: string;
  readonly id: string;
}

/** Order of titles for readers of a language. */
export const compareTitles = (locale: PublicLocale, a: Titled, b: Titled): number =>
  collatorOf(locale).compare(a.title, b.title) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

interface Placed extends Titled {
  readonly rank: number;
}

const placed = (row: Record<string, unknown> | undefined): Placed | null =>
  row ? { title: String(row.title), id: String(row.id), rank: Number(row.rank) } : null;

const columns = 'SELECT title, id, rank FROM card WHERE type = ? AND locale = ?';

/** Finds cards of one type and language by their rank. */
const ranksOf = (store: Store, type: RecordType, locale: PublicLocale) => ({
  first: () => placed(store.sql(`${columns} ORDER BY rank LIMIT 1`).get(type, locale)),
  last: () => placed(store.sql(`${columns} ORDER BY rank DESC LIMIT 1`).get(type, locale)),
  after: (rank: number) => placed(store.sql(`${columns} AND rank > ? ORDER BY rank LIMIT 1`).get(type, locale, rank)),
  from: (rank: number) => placed(store.sql(`${columns} AND rank >= ? ORDER BY rank LIMIT 1`).get(type, locale, rank)),
});

/**
 * The cards between which a title belongs, found by halving the range of ranks: `Intl.Collator` compares but yields no
 * key, so a card stores a number that orders it, and SQLite can sort by that.
 */
export const neighbours = (
  store: Store,
  type: RecordType,
  locale: PublicLocale,
  titled: Titled,
): { below: Placed | null; above: Placed | null } => {
  const ranks = ranksOf(store, type, locale);
  const before = (row: Placed): boolean => compareTitles(locale, row, titled) < 0;
  const [first, last] = [ranks.first(), ranks.last()];
  if (!first || !last || !before(first)) return { below: null, above: first };
  if (before(last)) return { below: last, above: null };
  let [below, above, top] = [first, last, last.rank];
  for (;;) {
    const next = ranks.after(below.rank);
    if (!next || next.rank >= above.rank) return { below, above };
    const middle = below.rank + (top - below.rank) / 2;
    const found = middle > below.rank && middle < top ? ranks.from(middle) : next;
    if (!found || found.rank >= above.rank) top = middle;
    else if (before(found)) below = found;
    else [above, top] = [found, found.rank];
  }
};

const gap = 2 ** 20;

/** Numbers all cards of a type and language anew, evenly apart. */
export const renumber = (store: Store, type: RecordType, locale: PublicLocale): void => {
  const rows = store.sql('SELECT key, title, id FROM card WHERE type = ? AND locale = ?').all(type, locale);
  const titled = rows.map((row) => ({ key: Number(row.key), title: String(row.title), id: String(row.id) }));
  titled.sort((a, b) => compareTitles(locale, a, b));
  const update = store.sql('UPDATE card SET rank = ? WHERE key = ?');
  for (const [index, row] of titled.entries()) update.run((index + 1) * gap, row.key);
};

/** A number between those of the neighbours; numbers all anew when there is no room left. */
export const rankFor = (store: Store, type: RecordType, locale: PublicLocale, titled: Titled): number => {
  const { below, above } = neighbours(store, type, locale, titled);
  if (!above) return (below?.rank ?? 0) + gap;
  const low = below?.rank ?? above.rank - 2 * gap;
  const rank = low + (above.rank - low) / 2;
  if (rank > low && rank < above.rank) return rank;
  renumber(store, type, locale);
  return rankFor(store, type, locale, titled);
};
