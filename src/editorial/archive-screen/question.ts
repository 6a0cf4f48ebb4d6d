import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { count, list, readParameters, words } from '../beside/read-parameters.ts';
import { type FacetName, facetNames } from './index/picture.ts';

/** Orders of an answer. `best` puts words with the marks as typed first; without words it is `added`. */
export const sorts = ['best', 'added', 'added-first', 'changed', 'taken', 'taken-first'] as const;
export type Sort = (typeof sorts)[number];

/** Which pictures somebody wants to see, in which order. */
export interface Question {
  readonly words: string;
  readonly chosen: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  readonly sort: Sort;
}

/** A question with the part of its answer that is wanted. */
export interface Asked {
  readonly question: Question;
  readonly from: number;
  readonly limit: number;
  /** Language of titles. */
  readonly locale: StudioLocale | null;
}

/** Most ids in one answer, which carry nothing else: a range that somebody selects. */
export const mostIds = 20_000;
/** Most pictures in one answer. */
const mostPictures = 200;

/** Names of parameters; the door lets no other through. */
export const questionParameters: readonly string[] = ['q', ...facetNames, 'sort', 'from', 'limit', 'locale'];

const parameters = z.strictObject({
  q: words,
  ...(Object.fromEntries(facetNames.map((name) => [name, list.optional()])) as Record<
    FacetName,
    z.ZodOptional<typeof list>
  >),
  sort: z.enum(sorts).default('best'),
  from: count(9_999_999).default(0),
  limit: count(mostIds).default(100),
  locale: z.enum(studioLocales).nullable().default(null),
});

/**
 * Reads a question from the query of an address.
 * @param most pictures that its answer may have
 * @throws Failure `parameter-unknown`, `parameter-repeated`, `parameter-invalid`
 */
export const readQuestion = (query: URLSearchParams, most: number = mostPictures): Asked => {
  const { q, sort, from, limit, locale, ...facets } = readParameters(query, parameters);
  if (limit > most) throw new Failure('parameter-invalid', { parameter: 'limit' });
  const chosen = Object.fromEntries(facetNames.flatMap((name) => (facets[name] ? [[name, facets[name]]] : [])));
  return { question: { words: q.trim(), chosen, sort }, from, limit, locale };
};

/** The question as an address has it, always the same for the same question. */
export const questionKey = ({ words, chosen, sort }: Question): string =>
  JSON.stringify([words, sort, facetNames.map((name) => chosen[name] ?? null)]);
