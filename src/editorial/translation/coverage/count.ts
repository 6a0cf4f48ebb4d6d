import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { DictionaryColumn } from '../../beside/dictionary.ts';
import { type Columns, dayNumber } from './index/columns.ts';
import { type CellState, cellStates, type RowFacet, rowFacets } from './index/coverage-document.ts';
import type { Question } from './question.ts';

/** How many documents have each value of a facet. */
export type Counts = Readonly<Record<string, number>>;
export type StateCounts = Readonly<Record<CellState, number>>;

export interface Counted {
  /** Per row whether it fits everything that is asked. */
  readonly fits: Uint8Array;
  /** Of each language the documents in each state, whatever languages and states are chosen: they add up to all that fits the rest. */
  readonly states: Readonly<Record<StudioLocale, StateCounts>>;
  /** Of each facet, counted among the documents that fit everything else that is chosen. */
  readonly facets: Readonly<Record<RowFacet | 'person', Counts>>;
}

interface RowTally {
  readonly column: DictionaryColumn;
  readonly fits: Uint8Array | null;
  readonly counts: Uint32Array;
}

interface CellTally {
  readonly locale: StudioLocale;
  /** Whether it is one of the languages in question. */
  readonly isAsked: boolean;
  readonly column: Columns['cells'][StudioLocale];
  /** Per number of a list of people whether one of them is asked for; null: nobody is. */
  readonly byPeople: Uint8Array | null;
  readonly counts: Uint32Array;
}

/** Whether each value, by its number, is one of the chosen. */
const fitting = (values: DictionaryColumn['values'], chosen: readonly string[]): Uint8Array => {
  const wanted = new Set(chosen);
  return Uint8Array.from(values, (list) => (list.some((value) => wanted.has(value)) ? 1 : 0));
};

const rowTallies = ({ facets }: Columns, { chosen }: Question): RowTally[] =>
  rowFacets.map((name) => {
    const column = facets[name];
    const asked = chosen[name];
    const fits = asked ? fitting(column.values, asked) : null;
    return { column, fits, counts: new Uint32Array(column.values.length) };
  });

const cellTallies = ({ cells }: Columns, { languages, people }: Question): CellTally[] =>
  studioLocales.map((locale) => {
    const column = cells[locale];
    const byPeople = people.length > 0 ? fitting(column.people.values, people) : null;
    return {
      locale,
      isAsked: languages.includes(locale),
      column,
      byPeople,
      counts: new Uint32Array(cellStates.length),
    };
  });

/** Counts documents by who has a hand in one of their cells: one that somebody has several cells of counts once for them. */
const openPersonTally = () => {
  const counts = new Map<string, { last: number; count: number }>();
  return {
    count: (row: number, people: readonly string[]): void => {
      for (const id of people) {
        const known = counts.get(id);
        if (!known) counts.set(id, { last: row, count: 1 });
        else if (known.last !== row) {
          known.last = row;
          known.count += 1;
        }
      }
    },
    counts: (): Counts => Object.fromEntries([...counts].map(([id, { count }]) => [id, count])),
  };
};

const bump = (counts: Uint32Array, code: number): void => {
  counts[code] = (counts[code] ?? 0) + 1;
};

const countsOf = ({ column, counts }: RowTally): Counts => {
  const found: Record<string, number> = {};
  counts.forEach((many, code) => {
    if (many > 0) for (const value of column.values[code] ?? []) found[value] = (found[value] ?? 0) + many;
  });
  return found;
};

const statesOf = (counts: Uint32Array): StateCounts =>
  Object.fromEntries(cellStates.map((state, code) => [state, counts[code] ?? 0])) as StateCounts;

/** Looks at the cells of one row. */
const openCells = (cells: readonly CellTally[], question: Question) => {
  const { states } = question;
  const wanted = Uint8Array.from(cellStates, (state) => (states.length === 0 || states.includes(state) ? 1 : 0));
  const persons = openPersonTally();
  const asksPeople = question.people.length > 0;
  const day = dayNumber(question.due);
  const hasPerson = ({ byPeople, column }: CellTally, row: number): boolean =>
    byPeople === null || byPeople[column.people.codes[row] ?? 0] === 1;
  const isDue = ({ column }: CellTally, row: number): boolean => {
    const due = column.dues[row] ?? 0;
    return day === 0 || (due !== 0 && due <= day);
  };
  return {
    persons,
    fits: (row: number): boolean => {
      if (states.length === 0 && !asksPeople && day === 0) return true;
      return cells.some(
        (one) => one.isAsked && wanted[one.column.states[row] ?? 0] === 1 && hasPerson(one, row) && isDue(one, row),
      );
    },
    count: (row: number): void => {
      for (const one of cells) {
        const state = one.column.states[row] ?? 0;
        if (!isDue(one, row)) continue;
        if (hasPerson(one, row)) bump(one.counts, state);
        if (one.isAsked && wanted[state])
          persons.count(row, one.column.people.values[one.column.people.codes[row] ?? 0] ?? []);
      }
    },
  };
};

/**
 * Counts in one walk over all rows: one that fits everything counts for every facet, one that fails in a single facet counts for
 * that one, whose other values one may want to see.
 * @param visible per row whether somebody may know of it and its words are found
 */
export const countAll = (columns: Columns, question: Question, visible: Uint8Array): Counted => {
  const rows = rowTallies(columns, question);
  const cells = cellTallies(columns, question);
  const looked = openCells(cells, question);
  const fits = new Uint8Array(columns.size);
  for (let row = 0; row < columns.size; row += 1) {
    if (!visible[row]) continue;
    const failed = rows.filter((one) => one.fits !== null && !one.fits[one.column.codes[row] ?? 0]);
    if (failed.length === 0) looked.count(row);
    if (failed.length > 1 || !looked.fits(row)) continue;
    if (failed.length === 0) fits[row] = 1;
    for (const one of failed.length === 0 ? rows : failed) bump(one.counts, one.column.codes[row] ?? 0);
  }
  const byRow = rowFacets.map((name, at) => [name, countsOf(rows[at] as RowTally)] as const);
  return {
    fits,
    states: Object.fromEntries(cells.map(({ locale, counts }) => [locale, statesOf(counts)])) as Counted['states'],
    facets: { ...(Object.fromEntries(byRow) as Record<RowFacet, Counts>), person: looked.persons.counts() },
  };
};
