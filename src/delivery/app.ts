import type { RequestListener } from 'node:http';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { Failure } from '#errors/failure.ts';
import type { Context } from './context.ts';
import { send } from './http/answer.ts';
import { openHeaders } from './http/headers.ts';
import { refuse } from './http/refuse.ts';
import { expressPath, type Route } from './routes/route.ts';

/** A request may name its host in the target (RFC 9112, 3.2.2); routes, cache and redirects know paths only. */
const toPath = (target: string): string =>
  target.startsWith('/') ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, '') || '/';

/** What was asked before and has not changed since is answered before Express is asked at all. */
const cacheFirst =
  (context: Context, app: Express): RequestListener =>
  (request, response) => {
    const { method } = request;
    const target = toPath(request.url ?? '/');
    request.url = target;
    const held = method === 'GET' || method === 'HEAD' ? context.cache.get(target) : undefined;
    if (held) context.count(send(request, response, held));
    else app(request, response);
  };

/** Asked before a request from another site's page that is more than a plain GET. */
const preflight = (context: Context, response: Response): void => {
  response.writeHead(204, [
    ...['Allow', 'GET, HEAD, OPTIONS', 'Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS'],
    // The names for browsers that do not know the star. There is nothing here that a header could unlock.
    ...['Access-Control-Allow-Headers', '*, If-None-Match, If-Modified-Since, Range, If-Range, Accept-Language'],
    ...['Access-Control-Max-Age', '86400', 'Cache-Control', 'public, max-age=86400', ...openHeaders],
  ]);
  response.end();
  context.count(204);
};

const otherMethods =
  (context: Context) =>
  (request: Request, response: Response): void => {
    if (request.method !== 'OPTIONS') throw new Failure('method-not-allowed');
    preflight(context, response);
  };

/** What passes by itself and is no fault of ours. */
const momentary: ReadonlySet<string> = new Set(['not-ready', 'too-busy']);

const whenRefused =
  (context: Context) =>
  // Express knows a handler of errors by its four parameters.
  (error: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const failure = refuse(request, response, error, context.words);
    context.count(failure.status);
    if (failure.status >= 500 && !momentary.has(failure.code)) context.log.error({ err: error }, 'a request failed');
  };

/**
 * The public face: the cache, then the routes. No body parser, no cookies, no compression on the way.
 * @param trustProxy number of reverse proxies in front
 */
export const createApp = (context: Context, routes: readonly Route[], trustProxy: number): RequestListener => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('trust proxy', trustProxy);
  for (const route of routes) app.get(expressPath(route.path), route.handler(context));
  for (const route of routes) app.all(expressPath(route.path), otherMethods(context));
  app.options('*rest', otherMethods(context));
  app.use(() => {
    throw new Failure('not-found');
  });
  app.use(whenRefused(context));
  return cacheFirst(context, app);
};
