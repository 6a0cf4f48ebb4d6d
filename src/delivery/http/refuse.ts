import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '#errors/failure.ts';
import type { PublicLocale } from '#languages/locales.ts';
import { negotiatePublic } from '#languages/negotiate.ts';
import { publicLocaleNamed } from '#languages/public-tags.ts';
import { viewProblem } from '../views/problem.ts';
import { cacheFor, openHeaders } from './headers.ts';
import type { Words } from './words.ts';

/** The language of the path, else the one that the client likes best. */
const localeOf = (request: IncomingMessage): { locale: PublicLocale; negotiated: boolean } => {
  const named = publicLocaleNamed(/^\/v1\/([^/?]+)/.exec(request.url ?? '')?.[1]);
  if (named) return { locale: named, negotiated: false };
  return { locale: negotiatePublic(request.headers['accept-language']) ?? 'vi', negotiated: true };
};

/** Express and Node mark requests that they cannot read with a status of their own. */
const asFailure = (error: unknown): Failure => {
  if (error instanceof Failure) return error;
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return new Failure(status >= 400 && status < 500 ? 'path-malformed' : 'unexpected', {}, { cause: error });
};

/** Answers with a problem, in words. @returns the failure as it was told, for the log */
export const refuse = (request: IncomingMessage, response: ServerResponse, error: unknown, words: Words): Failure => {
  const failure = asFailure(error);
  if (response.headersSent) {
    response.destroy();
    return failure;
  }
  const { locale, negotiated } = localeOf(request);
  const view = viewProblem(failure, locale, words);
  const bytes = Buffer.from(JSON.stringify(view));
  response.writeHead(view.status, [
    ...['Content-Type', 'application/problem+json', 'Content-Length', String(bytes.length)],
    ...['Content-Language', locale, 'Cache-Control', view.status >= 500 ? cacheFor.never : cacheFor.refusals],
    ...(negotiated ? ['Vary', 'Accept-Language'] : []),
    ...(view.status === 405 ? ['Allow', 'GET, HEAD, OPTIONS'] : []),
    ...(view.status === 503 ? ['Retry-After', '5'] : []),
    ...openHeaders,
  ]);
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return failure;
};
