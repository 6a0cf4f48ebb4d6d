import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { bestTitle } from '../../desk/titles.ts';
import { isLate, turnOf } from '../work/turn.ts';
import type { Found } from './ask.ts';
import type { Counts } from './count.ts';
import { type Cell, type IndexedDocument, none, type RowFacet, rowFacets } from './index/coverage-document.ts';
import type { CoverageFile } from './index/coverage-file.ts';
import type { NameOf, Namer } from './names.ts';
import type { Question } from './question.ts';

/** A document in the table. */
export interface ShownRow {
  readonly collection: string;
  readonly id: string;
  readonly title: string;
  /** Language of the title, where it is not the one asked for. */
  readonly titleIn: StudioLocale | null;
  readonly source: StudioLocale;
  /** RFC 3339, UTC. */
  readonly changed: string;
  readonly cells: Readonly<Partial<Record<StudioLocale, ShownCell>>>;
}

export interface ShownCell extends Omit<Cell, 'people' | 'work'> {
  /** Who has been given it, by name, until which day in the city, and whether that is over before it was done. */
  readonly work: {
    readonly translator: string | null;
    readonly reviewer: string | null;
    readonly due: string | null;
    readonly isLate: boolean;
  } | null;
}

/** The documents that stand in some rows, in their order. */
export const documentsIn = (file: Pick<CoverageFile, 'document'>, rows: Iterable<number>): IndexedDocument[] =>
  [...rows].map((row) => file.document(row)).filter((document) => document !== null);

export const titleIn = (
  { titles }: IndexedDocument,
  locale: StudioLocale,
): { readonly title: string; readonly titleIn: StudioLocale | null } => {
  const title = bestTitle(titles, locale);
  const spoken = studioLocales.find((one) => titles[one] === title) ?? null;
  return { title, titleIn: titles[locale] ? null : spoken };
};

const showWork = (cell: Cell, nameOf: NameOf, today: string): ShownCell['work'] => {
  if (cell.work === null) return null;
  const { translator, reviewer, due } = cell.work;
  const name = (id: string | null) => (id === null ? null : nameOf(id));
  const turn = turnOf(cell, reviewer !== null);
  return { translator: name(translator), reviewer: name(reviewer), due, isLate: isLate(turn, due, today) };
};

/** People who have been given any of the languages of some documents. */
export const givenIn = (documents: readonly IndexedDocument[], languages: readonly StudioLocale[]): string[] =>
  documents.flatMap(({ cells }) =>
    languages.flatMap((locale) => {
      const { translator, reviewer } = cells[locale].work ?? {};
      return [translator, reviewer].filter((id): id is string => typeof id === 'string');
    }),
  );

/** @param today day in the city */
export const showRow = (
  document: IndexedDocument,
  languages: readonly StudioLocale[],
  locale: StudioLocale,
  nameOf: NameOf,
  today: string,
): ShownRow => {
  const cells = languages.map((one) => {
    const { state, published, done, of } = document.cells[one];
    return [one, { state, published, done, of, work: showWork(document.cells[one], nameOf, today) }] as const;
  });
  return {
    ...{ collection: document.collection, id: document.id, source: document.source },
    ...titleIn(document, locale),
    changed: new Date(document.changed).toISOString(),
    cells: Object.fromEntries(cells),
  };
};

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly label?: string;
}

/** Most values of one facet that an answer lists. */
const mostValues = 200;

/** Values with their counts, the most frequent first; what is chosen is among them. */
const listed = (counts: Counts, chosen: readonly string[]): [string, number][] =>
  Object.entries({ ...Object.fromEntries(chosen.map((value) => [value, 0])), ...counts })
    .sort(([one, many], [other, more]) => more - many || one.localeCompare(other))
    .slice(0, mostValues);

export const facetLists = ({ facets }: Found, { chosen, people }: Question) =>
  ({
    ...Object.fromEntries(rowFacets.map((name) => [name, listed(facets[name], chosen[name] ?? [])])),
    person: listed(facets.person, people),
  }) as Record<RowFacet | 'person', [string, number][]>;

/** @param lists as `facetLists` gives them */
export const nameFacets = (lists: ReturnType<typeof facetLists>, namer: Namer): Record<string, readonly FacetValue[]> =>
  Object.fromEntries(
    Object.entries(lists).map(([name, values]) => [
      name,
      values.map(([value, count]) => {
        const isNamed = value !== none && name !== 'collection';
        const label = isNamed ? namer[name as keyof Namer](value) : null;
        return { value, count, ...(label === null ? {} : { label }) };
      }),
    ]),
  );
