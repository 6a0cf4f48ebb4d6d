import { z } from 'zod';
import type { Failure } from '#errors/failure.ts';
import { type FailureCode, failures } from '#errors/failures.ts';
import type { PublicLocale } from '#languages/locales.ts';
import { ParameterFailure } from '../http/query.ts';
import type { Words } from '../http/words.ts';

/** The codes that this API can answer with. */
export const publicCodes = [
  'not-found',
  'withdrawn',
  'method-not-allowed',
  'locale-unknown',
  'parameter-unknown',
  'parameter-repeated',
  'parameter-invalid',
  'cursor-invalid',
  'path-malformed',
  'request-malformed',
  'request-timeout',
  'request-too-large',
  'not-ready',
  'too-busy',
  'unexpected',
] as const satisfies readonly FailureCode[];
type PublicCode = (typeof publicCodes)[number];

export const problem = z
  .strictObject({
    type: z.string().meta({ description: 'Names the kind of problem', example: 'urn:benthanh:problem:not-found' }),
    title: z.string().meta({ description: 'Short words, the same for every occurrence' }),
    status: z.int(),
    code: z.enum(publicCodes).meta({ description: 'For programs; never renamed within v1' }),
    detail: z.string().meta({ description: 'What happened and what to do, in the language of the path' }),
    errors: z
      .array(z.strictObject({ parameter: z.string(), code: z.enum(publicCodes), detail: z.string() }))
      .optional()
      .meta({ description: 'Every parameter at fault' }),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457)' });
export type Problem = z.infer<typeof problem>;

/** A code that strangers may read; anything else that failed is `unexpected` to them. */
const publicCodeOf = (code: FailureCode): PublicCode => publicCodes.find((each) => each === code) ?? 'unexpected';

export const viewProblem = (failure: Failure, locale: PublicLocale, words: Words): Problem => {
  const code = publicCodeOf(failure.code);
  const known = code === failure.code ? failure.values : {};
  const faults = failure instanceof ParameterFailure ? failure.faults : [];
  return {
    type: `urn:benthanh:problem:${code}`,
    title: words.title(code, locale),
    status: failures[code].status,
    code,
    detail: words.detail(code, locale, known),
    ...(faults.length > 0 && {
      errors: faults.map((fault) => ({
        parameter: fault.parameter,
        code: publicCodeOf(fault.code),
        detail: words.detail(fault.code, locale, { parameter: fault.parameter }),
      })),
    }),
  };
};
