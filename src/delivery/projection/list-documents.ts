import type { PublicLocale } from '#languages/locales.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { findId } from './find-document.ts';
import { orders, type Sort } from './list-order.ts';
import { clausesOf, type Filters, type Scope } from './list-query.ts';
import type { Store } from './store.ts';

export interface ListQuery extends Scope {
  readonly filters: Filters;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A page of finished cards. */
export interface Page {
  readonly cards: readonly Uint8Array[];
  /** Languages in which its cards are served. */
  readonly served: readonly PublicLocale[];
  readonly next: string | null;
}

/** Everything that a cursor is bound to: all but the length of the page. */
const bindingOf = ({ type, locale, fallback, filters, sort }: ListQuery): string =>
  JSON.stringify([
    type,
    locale,
    fallback,
    sort,
    Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .sort(),
  ]);

const empty: Page = { cards: [], served: [], next: null };

/**
 * One page of a list.
 * @param now instant
 * @throws Failure `cursor-invalid`
 */
export const listDocuments = (store: Store, query: ListQuery, now: string): Page => {
  const { sort, limit, cursor, filters } = query;
  const [binding, order] = [bindingOf(query), orders[sort]];
  const place = cursor === undefined ? null : readCursor(binding, cursor);
  // What the order joins has the album's pictures alone: they need not be looked for twice
  const { album: wanted, ...others } = filters;
  const isOrdered = sort === 'album';
  const album = isOrdered ? findId(store, 'album', query.locale, wanted ?? '', now) : null;
  const clauses = clausesOf(store, query, isOrdered ? others : filters, now);
  if (!clauses || (isOrdered && album === null)) return empty;
  if (album !== null) clauses.push({ text: 'member.album = ?', values: [album] });
  if (place) clauses.push(order.after(store, { ...query, ...(album !== null && { album }) }, place));
  const rows = store
    .sql(
      `SELECT card, id, served, ${order.column} AS value FROM ${order.from ?? 'card'}
       WHERE ${clauses.map((clause) => clause.text).join(' AND ')} ORDER BY ${order.text} LIMIT ?`,
    )
    .all(...clauses.flatMap((clause) => clause.values), limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    cards: shown.map((row) => row.card as Uint8Array),
    served: [...new Set(shown.map((row) => row.served as PublicLocale))],
    next: rows.length > limit && last ? writeCursor(binding, { value: String(last.value), id: String(last.id) }) : null,
  };
};
