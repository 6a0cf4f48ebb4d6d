import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import { contentSchema } from '../content-schema.ts';

const locale = z.enum(studioLocales);
const text = z.string().refine((value) => value.isWellFormed());
/** Fingerprint of a segment; empty at the beginning and at the end of a document. */
const print = z.string().max(64);

const surroundings = {
  /** The document that is being translated, and the segment's place in it. */
  collection: z.string().max(60).optional(),
  id: z.string().max(100).optional(),
  path: z.string().max(300).optional(),
  before: print.optional(),
  after: print.optional(),
};

const many = (most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(most));

/** A segment, and the language in which a translation of it is looked for. */
export const segmentQuestion = z.strictObject({
  content: contentSchema,
  from: locale,
  to: locale,
  ...surroundings,
  most: z.number().int().min(1).max(50).default(10),
});
export type SegmentQuestion = z.infer<typeof segmentQuestion>;

/** The same of words alone, as an address can hold it. */
const textQuestion = z
  .strictObject({ text: text.max(4000), from: locale, to: locale, ...surroundings, limit: many(50).default(10) })
  .transform(
    ({ text: words, limit: most, ...rest }): SegmentQuestion => ({ content: [{ text: words }], most, ...rest }),
  );

/** A word or a phrase that was translated before. */
const phraseQuestion = z.strictObject({
  q: text.max(200),
  from: locale,
  to: locale,
  limit: many(200).default(50),
});
export type PhraseQuestion = z.infer<typeof phraseQuestion>;

/** Names that the addresses of memory take besides those of Payload. */
export const memoryParameters = ['text', 'q', 'from', 'to', 'collection', 'id', 'path'] as const;

const readQuery = <T>(query: URLSearchParams, schema: z.ZodType<T>): T => {
  const given = new Map<string, string>();
  for (const [name, value] of query) {
    if (given.has(name)) throw new Failure('parameter-repeated', { parameter: name.slice(0, 60) });
    given.set(name, value);
  }
  const read = schema.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  if (issue?.code === 'unrecognized_keys')
    throw new Failure('parameter-unknown', { parameter: issue.keys[0]?.slice(0, 60) ?? '?' });
  throw new Failure('parameter-invalid', { parameter: String(issue?.path[0] ?? '?') });
};

/** @throws Failure `parameter-unknown`, `parameter-repeated`, `parameter-invalid` */
export const readTextQuestion = (query: URLSearchParams): SegmentQuestion => readQuery(query, textQuestion);
export const readPhraseQuestion = (query: URLSearchParams): PhraseQuestion => readQuery(query, phraseQuestion);
