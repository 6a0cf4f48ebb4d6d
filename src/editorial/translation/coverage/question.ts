import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { count, list, readParameters, words } from '../../beside/read-parameters.ts';
import { type CellState, cellStates, type RowFacet, rowFacets } from './index/coverage-document.ts';

const columnNames = ['changed', 'title', 'collection', 'due', ...studioLocales] as const;
export type SortColumn = (typeof columnNames)[number];

/** By which column, and whether the other way round. A language is put in order by how much its state asks for work. */
export const sorts = columnNames.flatMap((name) => [name, `-${name}`] as const);
export type Sort = (typeof sorts)[number];

/**
 * Which documents somebody wants to see, in which order. States, people and the day are those of one language: a document fits
 * where a single one of the languages has one of the states, one of the people, and work that is due by then.
 */
export interface Question {
  readonly words: string;
  readonly chosen: Readonly<Partial<Record<RowFacet, readonly string[]>>>;
  /** Languages in question, in their usual order; all where none is chosen. */
  readonly languages: readonly StudioLocale[];
  readonly states: readonly CellState[];
  readonly people: readonly string[];
  /** Work that is due by this day at the latest, `2026-11-30`; null: whatever is due when, or not at all. */
  readonly due: string | null;
  readonly sort: Sort;
}

/** A question with the part of its answer that is wanted. */
export interface Asked {
  readonly question: Question;
  /** From 1. */
  readonly page: number;
  readonly limit: number;
  /** Language of titles and names. */
  readonly locale: StudioLocale | null;
}

const mostRows = 200;

const of = <T extends string>(names: readonly [T, ...T[]]) =>
  list
    .pipe(z.array(z.enum(names)))
    .optional()
    .transform((chosen) => names.filter((name) => (chosen as readonly string[] | undefined)?.includes(name)));

const parameters = z.strictObject({
  q: words,
  collection: list.optional(),
  topic: list.optional(),
  agency: list.optional(),
  person: list.default([]),
  due: z.iso.date().nullable().default(null),
  language: of(studioLocales as unknown as [StudioLocale, ...StudioLocale[]]),
  state: of(cellStates as unknown as [CellState, ...CellState[]]),
  sort: z.enum(sorts as [Sort, ...Sort[]]).default('-changed'),
  page: count(9_999_999).default(1),
  limit: count(mostRows).default(50),
  locale: z.enum(studioLocales).nullable().default(null),
});

/** Names of parameters; the door lets no other through. */
export const coverageParameters: readonly string[] = Object.keys(parameters.shape);

/**
 * Reads a question from the query of an address.
 * @throws Failure `parameter-unknown`, `parameter-repeated`, `parameter-invalid`
 */
export const readQuestion = (query: URLSearchParams): Asked => {
  const { q, sort, page, limit, locale, person, due, language, state, ...facets } = readParameters(query, parameters);
  const chosen = Object.fromEntries(rowFacets.flatMap((name) => (facets[name] ? [[name, facets[name]]] : [])));
  const languages = language.length > 0 ? language : studioLocales;
  const question = { words: q.trim(), chosen, languages, states: state, people: person, due, sort };
  return { question, page: Math.max(1, page), limit: Math.max(1, limit), locale };
};

/** The question as one text, always the same for the same question. */
export const questionKey = ({ words, chosen, languages, states, people, due, sort }: Question): string =>
  JSON.stringify([words, rowFacets.map((name) => chosen[name] ?? null), languages, states, people, due, sort]);
