import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
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
/** Most pictures in one answer, most values that are chosen of a facet, longest search in UTF-16 units. */
const mostPictures = 200;
const mostValues = 50;
const longestSearch = 200;

/** Names of parameters; the door lets no other through. */
export const questionParameters: readonly string[] = ['q', ...facetNames, 'sort', 'from', 'limit', 'locale'];

const list = z
  .string()
  .max(4000)
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(/^[\w-]{1,64}$/)).max(mostValues));
const count = (most: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .pipe(z.number().max(most));

const parameters = z.strictObject({
  q: z
    .string()
    .max(longestSearch)
    .refine((text) => text.isWellFormed())
    .default(''),
  ...(Object.fromEntries(facetNames.map((name) => [name, list.optional()])) as Record<
    FacetName,
    z.ZodOptional<typeof list>
  >),
  sort: z.enum(sorts).default('best'),
  from: count(9_999_999).default(0),
  limit: count(mostIds).default(100),
  locale: z.enum(studioLocales).nullable().default(null),
});

const collected = (query: URLSearchParams): Record<string, string> => {
  const given: Record<string, string> = {};
  for (const [name, value] of query) {
    if (Object.hasOwn(given, name)) throw new Failure('parameter-repeated', { parameter: name.slice(0, 60) });
    if (value !== '' || name === 'q') given[name] = value;
  }
  return given;
};

/**
 * Reads a question from the query of an address.
 * @param most pictures that its answer may have
 * @throws Failure `parameter-unknown`, `parameter-repeated`, `parameter-invalid`
 */
export const readQuestion = (query: URLSearchParams, most: number = mostPictures): Asked => {
  const read = parameters.safeParse(collected(query));
  if (!read.success) throw faultOf(read.error);
  const { q, sort, from, limit, locale, ...facets } = read.data;
  if (limit > most) throw new Failure('parameter-invalid', { parameter: 'limit' });
  const chosen = Object.fromEntries(facetNames.flatMap((name) => (facets[name] ? [[name, facets[name]]] : [])));
  return { question: { words: q.trim(), chosen, sort }, from, limit, locale };
};

const faultOf = (error: z.ZodError): Failure => {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys')
    return new Failure('parameter-unknown', { parameter: issue.keys[0]?.slice(0, 60) ?? '?' });
  return new Failure('parameter-invalid', { parameter: String(issue?.path[0] ?? '?') });
};

/** The question as an address has it, always the same for the same question. */
export const questionKey = ({ words, chosen, sort }: Question): string =>
  JSON.stringify([words, sort, facetNames.map((name) => chosen[name] ?? null)]);
