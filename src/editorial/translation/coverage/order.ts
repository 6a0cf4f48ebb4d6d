import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { openOrder } from '../../beside/kept-order.ts';
import { bestTitle } from '../../desk/titles.ts';
import { translatedCollections } from '../translated-collections.ts';
import type { Columns } from './index/columns.ts';
import { type CellState, cellStates } from './index/coverage-document.ts';
import type { Sort, SortColumn } from './question.ts';

/** Rows of documents in an order. */
export type Orders = (sort: Sort, locale: StudioLocale) => Uint32Array;

/** What asks for work first. */
const urgency: readonly CellState[] = [
  'under-correction',
  'outdated',
  'missing',
  'in-translation',
  'machine',
  'translated',
  'reviewed',
  'source',
];
const rankOfState = Uint8Array.from(cellStates, (state) => urgency.indexOf(state));

/** The title of each row in a language, told once for each that a row has had: sorting asks for them a million times. */
const openTitles = (columns: Columns, locale: StudioLocale): ((row: number) => string) => {
  const told: { from: Columns['titles'][number]; title: string }[] = [];
  return (row) => {
    const from = columns.titles[row];
    const known = told[row];
    if (known && known.from === from) return known.title;
    const title = bestTitle(from, locale);
    told[row] = { from, title };
    return title;
  };
};

/** Puts rows by a small number, those with the same one as they stood. */
const byNumber = (rows: Uint32Array, many: number, numberOf: (row: number) => number): Uint32Array => {
  const starts = new Uint32Array(many + 1);
  for (const row of rows) starts[numberOf(row) + 1] = (starts[numberOf(row) + 1] ?? 0) + 1;
  for (let at = 1; at <= many; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const at = numberOf(row);
    sorted[starts[at] ?? 0] = row;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  return sorted;
};

export const openOrders = (columns: Columns): Orders => {
  const newest = openOrder(
    columns,
    (one, other) => (columns.changed[other] ?? 0) - (columns.changed[one] ?? 0) || other - one,
  );
  const titled = (locale: StudioLocale) => {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    const title = openTitles(columns, locale);
    return openOrder(columns, (one, other) => compare(title(one), title(other)) || one - other);
  };
  const titles = new Map(studioLocales.map((locale) => [locale, titled(locale)]));
  const collectionOf = (row: number): number => {
    const key = columns.ids[row] ?? '';
    return translatedCollections.findIndex((name) => key.startsWith(`${name}/`));
  };
  /** By the first day on which any language is due; what has none comes last. */
  const byDue = (): Uint32Array => {
    const firsts = new Uint32Array(columns.size).fill(0xffffffff);
    for (const { dues } of Object.values(columns.cells))
      for (let row = 0; row < columns.size; row += 1) {
        const due = dues[row] ?? 0;
        if (due > 0 && due < (firsts[row] ?? 0)) firsts[row] = due;
      }
    return newest()
      .slice()
      .sort((one, other) => (firsts[one] ?? 0) - (firsts[other] ?? 0));
  };
  const by = (column: SortColumn, locale: StudioLocale): Uint32Array => {
    if (column === 'changed') return newest().slice().reverse();
    if (column === 'title') return titles.get(locale)?.().slice() ?? new Uint32Array();
    if (column === 'due') return byDue();
    if (column === 'collection') return byNumber(newest(), translatedCollections.length, collectionOf);
    const { states } = columns.cells[column];
    return byNumber(newest(), urgency.length, (row) => rankOfState[states[row] ?? 0] ?? 0);
  };
  return (sort, locale) => {
    const isBackwards = sort.startsWith('-');
    const rows = by((isBackwards ? sort.slice(1) : sort) as SortColumn, locale);
    return isBackwards ? rows.reverse() : rows;
  };
};
