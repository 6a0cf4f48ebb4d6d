import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { z } from 'zod';
import { acceptsBrotli } from '../http/accept-encoding.ts';
import { openHeaders } from '../http/headers.ts';
import { readQuery } from '../http/query.ts';
import { also } from './responses.ts';
import type { Handler, Route } from './route.ts';

const noParameters = z.strictObject({});

/** The reference's program as npm brought it: served by us, so that the page asks nobody else. */
const file = join(dirname(createRequire(import.meta.url).resolve('@scalar/api-reference')), 'browser/standalone.js');

const compressed = async (): Promise<Buffer> =>
  promisify(brotliCompress)(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

const headersFor = (length: number, extra: readonly string[]): string[] => [
  ...['Content-Type', 'text/javascript; charset=utf-8', 'Content-Length', String(length)],
  ...['Cache-Control', 'public, max-age=86400', 'Vary', 'Accept-Encoding', ...openHeaders, ...extra],
];

const handler = (): Handler => {
  let held: Promise<Buffer> | undefined;
  return async (request, response) => {
    readQuery(request.url, noParameters);
    if (acceptsBrotli(request.headers['accept-encoding'])) {
      held ??= compressed();
      const bytes = await held;
      response.writeHead(200, headersFor(bytes.length, ['Content-Encoding', 'br']));
      response.end(request.method === 'HEAD' ? undefined : bytes);
      return;
    }
    response.writeHead(200, headersFor((await stat(file)).size, []));
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(file), response);
  };
};

export const docsProgram: Route = {
  path: '/docs/reference.js',
  operation: {
    operationId: 'getDocsProgram',
    tags: ['reference'],
    summary: 'Program of the reference page',
    responses: {
      200: { description: 'The file', content: { 'text/javascript': { schema: { type: 'string' } } } },
      ...also(400, 405),
    },
  },
  handler: (context) => async (request, response) => {
    await program(request, response);
    context.count(200);
  },
};
const program = handler();
