import { z } from 'zod';
import { Failure } from '#errors/failure.ts';

/** Most values that are chosen of a facet, longest search in UTF-16 units. */
const mostValues = 50;
const longestSearch = 200;

/** Values apart by commas. */
export const list = z
  .string()
  .max(4000)
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(/^[\w-]{1,64}$/)).max(mostValues));

export const count = (most: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .pipe(z.number().max(most));

/** What somebody looks for. */
export const words = z
  .string()
  .max(longestSearch)
  .refine((text) => text.isWellFormed())
  .default('');

const collected = (query: URLSearchParams): Record<string, string> => {
  const given: Record<string, string> = {};
  for (const [name, value] of query) {
    if (Object.hasOwn(given, name)) throw new Failure('parameter-repeated', { parameter: name.slice(0, 60) });
    if (value !== '' || name === 'q') given[name] = value;
  }
  return given;
};

const faultOf = (error: z.ZodError): Failure => {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys')
    return new Failure('parameter-unknown', { parameter: issue.keys[0]?.slice(0, 60) ?? '?' });
  return new Failure('parameter-invalid', { parameter: String(issue?.path[0] ?? '?') });
};

/**
 * Reads the query of an address; what is empty counts as not given.
 * @throws Failure `parameter-unknown`, `parameter-repeated`, `parameter-invalid`
 */
export const readParameters = <T extends z.ZodType>(query: URLSearchParams, schema: T): z.infer<T> => {
  const read = schema.safeParse(collected(query));
  if (!read.success) throw faultOf(read.error);
  return read.data;
};
