import { type DictionaryColumn, openDictionary } from './dictionary.ts';
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

/** Changes that are remembered one by one; after more of them an order is made anew. */
const remembered = 5000;

export const openColumns = (): Columns => {
  let capacity = 1024;
  const ids: (string | null)[] = [];
  const rows = new Map<string, number>();
  const state = {
    widths: new Uint32Array(capacity),
    heights: new Uint32Array(capacity),
    moments: tableOf(momentNames, () => new Float64Array(capacity)),
  };
  const facets = tableOf(facetNames, openDictionary);
  const texts = tableOf(textNames, openDictionary);
  let changes: number[] = [];
  let version = 0;
  let oldest = 0;

  const grow = (): void => {
    capacity *= 2;
    const sized = <T extends Uint32Array | Float64Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    state.widths = sized(state.widths, new Uint32Array(capacity));
    state.heights = sized(state.heights, new Uint32Array(capacity));
    for (const name of momentNames) state.moments[name] = sized(state.moments[name], new Float64Array(capacity));
    for (const column of [...Object.values(facets), ...Object.values(texts)]) column.grow(capacity);
  };
  const changed = (row: number): void => {
    version += 1;
    changes.push(row);
    if (changes.length <= 2 * remembered) return;
    changes = changes.slice(remembered);
    oldest = version - changes.length;
  };
  const fill = (row: number, picture: IndexedPicture): void => {
    ids[row] = picture.id;
    state.widths[row] = picture.width;
    state.heights[row] = picture.height;
    for (const name of momentNames) state.moments[name][row] = picture[name];
    for (const name of facetNames) facets[name].set(row, picture.facets[name]);
    for (const name of textNames) texts[name].set(row, [picture[name]]);
    changed(row);
  };

  return {
    ids,
    facets,
    texts,
    get size() {
      return ids.length;
    },
    get version() {
      return version;
    },
    get widths() {
      return state.widths;
    },
    get heights() {
      return state.heights;
    },
    get moments() {
      return state.moments;
    },
    rowOf: (id) => rows.get(id),
    put: (picture, at) => {
      const row = rows.get(picture.id) ?? at ?? ids.length;
      while (row >= capacity) grow();
      while (ids.length < row) ids.push(null);
      rows.set(picture.id, row);
      fill(row, picture);
      return row;
    },
    remove: (id) => {
      const row = rows.get(id);
      if (row === undefined) return undefined;
      rows.delete(id);
      ids[row] = null;
      changed(row);
      return row;
    },
    changedSince: (since) => (since < oldest ? null : changes.slice(since - oldest)),
  };
};
