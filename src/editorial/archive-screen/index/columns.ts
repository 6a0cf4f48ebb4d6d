import { type DictionaryColumn, openDictionary } from '../../beside/dictionary.ts';
import { openRowChanges } from '../../beside/row-changes.ts';
import { type FacetName, facetNames, type IndexedPicture } from './picture.ts';

/** By what an answer can be put in order. */
export const momentNames = ['added', 'changed', 'taken'] as const;
export type MomentName = (typeof momentNames)[number];

const textNames = ['seal', 'credit', 'statement', 'titled'] as const;
type TextName = (typeof textNames)[number];

/**
 * Every picture of the archive as columns in memory, a row each. A row that a picture has left stays empty until the
 * index is read in anew.
 */
export interface Columns {
  /** Rows in use or left, and how often anything has changed. */
  readonly size: number;
  readonly version: number;
  readonly ids: readonly (string | null)[];
  readonly widths: Uint32Array;
  readonly heights: Uint32Array;
  readonly moments: Readonly<Record<MomentName, Float64Array>>;
  readonly facets: Readonly<Record<FacetName, DictionaryColumn>>;
  readonly texts: Readonly<Record<TextName, DictionaryColumn>>;
  rowOf(id: string): number | undefined;
  /**
   * @param at the row in which it stood before, where that is known
   * @returns the row in which it now stands
   */
  put(picture: IndexedPicture, at?: number): number;
  /** @returns the row in which it stood */
  remove(id: string): number | undefined;
  /** Rows that were put or removed since a version; null where that is too long ago to tell. */
  changedSince(version: number): readonly number[] | null;
}

type Table<T, Name extends string> = Record<Name, T>;
const tableOf = <T, Name extends string>(names: readonly Name[], make: () => T): Table<T, Name> =>
  Object.fromEntries(names.map((name) => [name, make()])) as Table<T, Name>;

/** The numbers of all rows, in arrays that grow. */
const openNumbers = () => {
  let capacity = 1024;
  const numbers = {
    widths: new Uint32Array(capacity),
    heights: new Uint32Array(capacity),
    moments: tableOf(momentNames, () => new Float64Array(capacity)),
  };
  const facets = tableOf(facetNames, openDictionary);
  const texts = tableOf(textNames, openDictionary);
  const larger = <T extends Uint32Array | Float64Array>(from: T, to: T): T => {
    to.set(from);
    return to;
  };
  const grow = (): void => {
    capacity *= 2;
    numbers.widths = larger(numbers.widths, new Uint32Array(capacity));
    numbers.heights = larger(numbers.heights, new Uint32Array(capacity));
    for (const name of momentNames) numbers.moments[name] = larger(numbers.moments[name], new Float64Array(capacity));
    for (const column of [...Object.values(facets), ...Object.values(texts)]) column.grow(capacity);
  };
  const fill = (row: number, picture: IndexedPicture): void => {
    while (row >= capacity) grow();
    numbers.widths[row] = picture.width;
    numbers.heights[row] = picture.height;
    for (const name of momentNames) numbers.moments[name][row] = picture[name];
    for (const name of facetNames) facets[name].set(row, picture.facets[name]);
    for (const name of textNames) texts[name].set(row, [picture[name]]);
  };
  return { numbers, facets, texts, fill };
};

export const openColumns = (): Columns => {
  const ids: (string | null)[] = [];
  const rows = new Map<string, number>();
  const { numbers, facets, texts, fill } = openNumbers();
  const changes = openRowChanges();
  return {
    ids,
    facets,
    texts,
    get size() {
      return ids.length;
    },
    get version() {
      return changes.version;
    },
    get widths() {
      return numbers.widths;
    },
    get heights() {
      return numbers.heights;
    },
    get moments() {
      return numbers.moments;
    },
    rowOf: (id) => rows.get(id),
    put: (picture, at) => {
      const row = rows.get(picture.id) ?? at ?? ids.length;
      while (ids.length < row) ids.push(null);
      rows.set(picture.id, row);
      ids[row] = picture.id;
      fill(row, picture);
      changes.note(row);
      return row;
    },
    remove: (id) => {
      const row = rows.get(id);
      if (row === undefined) return undefined;
      rows.delete(id);
      ids[row] = null;
      changes.note(row);
      return row;
    },
    changedSince: changes.since,
  };
};
