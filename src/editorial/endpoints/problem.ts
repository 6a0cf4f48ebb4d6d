import type { Failure, FailureValues } from '#errors/failure.ts';
import { type FailureCode, failures } from '#errors/failures.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { speak } from '../words/speak.ts';
import { spoken } from '../words/spoken.ts';

/** One reason of a refusal. `message` and `data` are what Payload's own forms look for. */
export interface Reason {
  readonly code: FailureCode;
  readonly detail: string;
  readonly message: string;
  readonly path?: string;
  readonly data?: { readonly errors: readonly { readonly path: string; readonly message: string }[] };
}

/** A refusal as RFC 9457 has it, with a stable code. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: FailureCode;
  readonly detail: string;
  /** Values that a program may want: the revision in force, the limit that was passed. */
  readonly values?: FailureValues;
  readonly errors: readonly Reason[];
}

/** A field that was refused, by its path in the document. */
export interface FieldFault {
  readonly path: string;
  /** Words for it, where they are known already. */
  readonly message?: string;
}

/** Puts a failure into the words of a person's language. */
export const problemOf = (
  { code, values }: Pick<Failure, 'code' | 'values'>,
  language: StudioLocale,
  faults: readonly FieldFault[] = faultsIn(values),
): Problem => {
  const detail = speak(language, 'errors', code, spoken(values, language));
  const errors = faults.map(({ path, message }) => ({ path, message: message ?? detail }));
  const reason: Reason = {
    code,
    detail,
    message: detail,
    ...(errors[0] && { path: errors[0].path, data: { errors } }),
  };
  return {
    type: `about:blank#${code}`,
    title: speak(language, 'problems', code),
    status: failures[code].status,
    code,
    detail,
    ...(Object.keys(values).length > 0 && { values }),
    errors: [reason],
  };
};

const faultsIn = (values: FailureValues): FieldFault[] =>
  typeof values.field === 'string' ? [{ path: values.field }] : [];

/** A problem as an answer. */
export const problemResponse = (problem: Problem): Response =>
  Response.json(problem, {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
