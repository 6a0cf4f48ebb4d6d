import type { PublicLocale } from '#languages/locales.ts';
import type { RecordType } from '#record/common.ts';
import { daysOf } from './dates.ts';
import type { Value } from './driver.ts';
import { findId } from './find-document.ts';
import type { Store } from './store.ts';

export const orientations = ['landscape', 'portrait', 'square'] as const;
export type Orientation = (typeof orientations)[number];

/** The closed set of filters, as values already read by the schema of their route. */
export interface Filters {
  readonly topic?: string | undefined;
  readonly place?: string | undefined;
  readonly agency?: string | undefined;
  readonly album?: string | undefined;
  /** Slug of a name. */
  readonly person?: string | undefined;
  readonly orientation?: string | undefined;
  readonly year?: string | undefined;
  /** Canonical address. */
  readonly licence?: string | undefined;
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly publishedFrom?: string | undefined;
  readonly publishedTo?: string | undefined;
  readonly startsFrom?: string | undefined;
  readonly startsTo?: string | undefined;
  readonly endsFrom?: string | undefined;
  readonly takenFrom?: string | undefined;
  readonly takenTo?: string | undefined;
  readonly updatedSince?: string | undefined;
}

export interface Scope {
  readonly type: RecordType;
  readonly locale: PublicLocale;
  readonly fallback: 'chain' | 'none';
  /** Id of the album whose order is asked for. */
  readonly album?: string | undefined;
}

/** A condition with its values. */
export interface Clause {
  readonly text: string;
  readonly values: readonly Value[];
}

const simple: Readonly<Record<string, string>> = {
  kind: 'kind = ?',
  status: 'status = ?',
  orientation: 'orientation = ?',
  year: 'year = ?',
  licence: 'rights = ?',
  publishedFrom: 'published >= ?',
  publishedTo: 'published < ?',
  startsFrom: 'starts >= ?',
  startsTo: 'starts < ?',
  endsFrom: 'ends >= ?',
  updatedSince: 'updated >= ?',
};

/** A picture whose date is known to the year only may have been taken on any day of it. */
const taken = (filters: Filters): Clause[] => [
  ...(filters.takenFrom ? [{ text: 'taken_to >= ?', values: [daysOf(filters.takenFrom).from] }] : []),
  ...(filters.takenTo ? [{ text: 'taken_from <= ?', values: [daysOf(filters.takenTo).to] }] : []),
];

const references = [
  ['topic', 'key IN (SELECT card FROM tag WHERE target = ?)'],
  ['place', 'key IN (SELECT card FROM tag WHERE target = ?)'],
  ['agency', 'agency = ?'],
  ['album', 'id IN (SELECT image FROM member WHERE album = ?)'],
] as const;

/**
 * The conditions of a list.
 * @returns null when a filter names a document that cannot be seen: the list is empty, whatever the reason
 */
export const clausesOf = (store: Store, scope: Scope, filters: Filters, now: string): Clause[] | null => {
  const clauses: Clause[] = [{ text: 'type = ? AND locale = ?', values: [scope.type, scope.locale] }];
  if (scope.fallback === 'none') clauses.push({ text: 'served = ?', values: [scope.locale] });
  for (const [name, text] of references) {
    const key = filters[name];
    if (key === undefined) continue;
    const id = findId(store, name, scope.locale, key, now);
    if (id === null) return null;
    clauses.push({ text, values: [id] });
  }
  if (filters.person !== undefined)
    clauses.push({ text: 'key IN (SELECT card FROM tag WHERE target = ?)', values: [`person:${filters.person}`] });
  for (const [name, value] of Object.entries(filters)) {
    const text = simple[name];
    if (text !== undefined && value !== undefined) clauses.push({ text, values: [value] });
  }
  return [...clauses, ...taken(filters)];
};
