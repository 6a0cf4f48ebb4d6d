import { APIError, AuthenticationError, Forbidden, LockedAuth, NotFound, QueryError, ValidationError } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { failureOfMachine } from '#errors/of-the-machine.ts';
import type { FieldFault } from './problem.ts';

/** A failure of ours, and the fields at fault where there are any. */
export interface Understood {
  readonly failure: Failure;
  readonly faults?: readonly FieldFault[];
}

/** Facts about whoever asked that change what a refusal is called. */
export interface Asker {
  readonly signedIn: boolean;
  readonly mustChangePassword: boolean;
  readonly mustEnrol?: boolean | undefined;
}

const faultList = z.object({ errors: z.array(z.object({ path: z.string(), message: z.string().catch('') })) });

/** Names whatever was thrown with a code of ours. What nobody foresaw is `unexpected` and keeps its cause. */
export const failureOf = (error: unknown, asker: Asker): Understood => {
  if (error instanceof Failure) return { failure: error };
  if (error instanceof ValidationError) return invalid(error);
  if (error instanceof AuthenticationError || error instanceof LockedAuth)
    return { failure: new Failure('sign-in-failed', {}, { cause: error }) };
  if (error instanceof Forbidden) return { failure: forbidden(asker, error) };
  if (error instanceof NotFound) return { failure: new Failure('not-found', {}, { cause: error }) };
  if (error instanceof QueryError) return { failure: notQueryable(error) };
  if (error instanceof APIError)
    return { failure: byStatus(brokenForm.test(error.message) ? 400 : error.status, error) };
  return { failure: byName(error) };
};

/** What the reader of forms says of a form that breaks off or is none. */
const brokenForm = /unexpected end of|malformed|boundary|multipart/i;

const invalid = (cause: ValidationError): Understood => {
  const read = faultList.safeParse(cause.data);
  const faults = read.success ? read.data.errors : [];
  const field = faults[0]?.path ?? '?';
  return { failure: new Failure('field-invalid', { field }, { cause }), faults };
};

const forbidden = ({ signedIn, mustChangePassword, mustEnrol }: Asker, cause: unknown): Failure => {
  const because = { cause };
  if (!signedIn) return new Failure('sign-in-required', {}, because);
  if (mustChangePassword) return new Failure('password-must-change', {}, because);
  return new Failure(mustEnrol ? 'second-factor-required' : 'forbidden', {}, because);
};

const notQueryable = (cause: QueryError): Failure => {
  const read = z.array(z.object({ path: z.string() })).safeParse(cause.data);
  const parameter = read.success ? (read.data[0]?.path ?? 'where') : 'where';
  return new Failure('parameter-invalid', { parameter: parameter.slice(0, 60) }, { cause });
};

/** Refusals of Payload's that have no class of their own. */
export const byStatus = (status: number, cause?: unknown): Failure => {
  const because = { cause };
  if (status === 400) return new Failure('body-malformed', {}, because);
  if (status === 401) return new Failure('sign-in-required', {}, because);
  if (status === 403) return new Failure('forbidden', {}, because);
  if (status === 404 || status === 405 || status === 501) return new Failure('not-found', {}, because);
  if (status === 413) return new Failure('request-too-large', {}, because);
  if (status === 423) return new Failure('revision-conflict', { by: '–' }, because);
  return new Failure('unexpected', {}, because);
};

const named = z.object({ name: z.string(), code: z.union([z.string(), z.number()]).optional() }).catch({ name: '' });

/** What databases throw: a write that lost against another one, and values that a database cannot make sense of. */
const byName = (cause: unknown): Failure => {
  const { name, code } = named.parse(cause);
  const because = { cause };
  if (cause instanceof URIError) return new Failure('path-malformed', {}, because);
  const ofMachine = failureOfMachine(cause);
  if (ofMachine) return ofMachine;
  if (code === 112 || code === 251) return new Failure('revision-conflict', { by: '–' }, because);
  if (name === 'CastError' || name === 'BSONError' || cause instanceof RangeError)
    return new Failure('parameter-invalid', { parameter: 'where' }, because);
  if (cause instanceof Error && cause.cause instanceof TypeError && cause.message.startsWith('Failed query'))
    return new Failure('parameter-invalid', { parameter: 'where' }, because);
  if (cause instanceof SyntaxError || (cause instanceof Error && brokenForm.test(cause.message)))
    return new Failure('body-malformed', {}, because);
  return new Failure('unexpected', {}, because);
};
