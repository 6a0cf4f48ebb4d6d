import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { type DictionaryColumn, openDictionary } from '../../../beside/dictionary.ts';
import { openRowChanges } from '../../../beside/row-changes.ts';
import { cellStates, type IndexedDocument, keyOf, type RowFacet, rowFacets } from './coverage-document.ts';

/** One language of every row. */
export interface CellColumn {
  /** Number of each row's state in `cellStates`. */
  readonly states: Uint8Array;
  readonly people: DictionaryColumn;
  /** Day until which each row’s work is due, as a number such as 20261130; 0 where no day is set. */
  readonly dues: Uint32Array;
}

/** Every document as columns in memory, a row each. A row that a document has left stays empty until the index is read in anew. */
export interface Columns {
  /** Rows in use or left, and how often anything has changed. */
  readonly size: number;
  readonly version: number;
  /** Name of the document in each row. */
  readonly ids: readonly (string | null)[];
  readonly changed: Float64Array;
  readonly sight: DictionaryColumn;
  readonly facets: Readonly<Record<RowFacet, DictionaryColumn>>;
  readonly cells: Readonly<Record<StudioLocale, CellColumn>>;
  readonly titles: readonly (IndexedDocument['titles'] | undefined)[];
  readonly stamps: readonly (string | undefined)[];
  rowOf(key: string): number | undefined;
  /** @param at the row in which it stood before, where that is known @returns the row in which it now stands */
  put(document: IndexedDocument, at?: number): number;
  /** @returns the row in which it stood */
  remove(key: string): number | undefined;
  /** Rows that were put or removed since a version; null where that is too long ago to tell. */
  changedSince(version: number): readonly number[] | null;
}

/** A day as a number that puts days in order; 0 for none. */
export const dayNumber = (day: string | null): number => (day === null ? 0 : Number(day.replaceAll('-', '')));

const tableOf = <T, Name extends string>(names: readonly Name[], make: () => T): Record<Name, T> =>
  Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, T>;

/** The numbers of all rows, in arrays that grow. */
const openNumbers = () => {
  let capacity = 1024;
  let changed = new Float64Array(capacity);
  const sight = openDictionary();
  const facets = tableOf(rowFacets, openDictionary);
  const cells = tableOf(studioLocales, () => ({
    states: new Uint8Array(capacity),
    dues: new Uint32Array(capacity),
    people: openDictionary(),
  }));
  const grow = (): void => {
    capacity *= 2;
    const before = changed;
    changed = new Float64Array(capacity);
    changed.set(before);
    for (const cell of Object.values(cells)) {
      const { states, dues } = cell;
      cell.states = new Uint8Array(capacity);
      cell.states.set(states);
      cell.dues = new Uint32Array(capacity);
      cell.dues.set(dues);
      cell.people.grow(capacity);
    }
    for (const column of [sight, ...Object.values(facets)]) column.grow(capacity);
  };
  const fill = (row: number, document: IndexedDocument): void => {
    while (row >= capacity) grow();
    changed[row] = document.changed;
    sight.set(row, [document.sight]);
    for (const name of rowFacets) facets[name].set(row, document.facets[name]);
    for (const locale of studioLocales) {
      const { state, people, work } = document.cells[locale];
      cells[locale].states[row] = cellStates.indexOf(state);
      cells[locale].dues[row] = dayNumber(work?.due ?? null);
      cells[locale].people.set(row, people);
    }
  };
  return { sight, facets, cells, fill, changed: () => changed };
};

export const openColumns = (): Columns => {
  const ids: (string | null)[] = [];
  const titles: (IndexedDocument['titles'] | undefined)[] = [];
  const stamps: (string | undefined)[] = [];
  const rows = new Map<string, number>();
  const numbers = openNumbers();
  const changes = openRowChanges();
  const put = (document: IndexedDocument, at?: number): number => {
    const key = keyOf(document.collection, document.id);
    const row = rows.get(key) ?? at ?? ids.length;
    while (ids.length < row) ids.push(null);
    rows.set(key, row);
    ids[row] = key;
    titles[row] = document.titles;
    stamps[row] = document.stamp;
    numbers.fill(row, document);
    changes.note(row);
    return row;
  };
  const remove = (key: string): number | undefined => {
    const row = rows.get(key);
    if (row === undefined) return undefined;
    rows.delete(key);
    ids[row] = null;
    titles[row] = undefined;
    stamps[row] = undefined;
    changes.note(row);
    return row;
  };
  return {
    ...{ ids, titles, stamps, put, remove, sight: numbers.sight, facets: numbers.facets, cells: numbers.cells },
    get size() {
      return ids.length;
    },
    get version() {
      return changes.version;
    },
    get changed() {
      return numbers.changed();
    },
    rowOf: (key) => rows.get(key),
    changedSince: changes.since,
  };
};
