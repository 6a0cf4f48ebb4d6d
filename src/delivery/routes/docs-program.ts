import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { z } from 'zod';
import { type Answer, prepare, send } from '../http/answer.ts';
import { etagOf } from '../http/bytes.ts';
import { cacheFor } from '../http/headers.ts';
import { readQuery } from '../http/query.ts';
import { also, conditions, page } from './responses.ts';
import type { Route } from './route.ts';

const noParameters = z.strictObject({});

/** The reference's program as npm brought it: served by us, so that the page asks nobody else. */
const file = join(dirname(createRequire(import.meta.url).resolve('@scalar/api-reference')), 'browser/standalone.js');

const read = async (): Promise<Answer> => {
  const bytes = await readFile(file);
  const br = await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return prepare({
    contentType: 'text/javascript; charset=utf-8',
    bytes,
    etag: etagOf(bytes),
    br: { bytes: br, etag: etagOf(br) },
    cacheControl: cacheFor.pages,
  });
};

export const docsProgram: Route = {
  path: '/docs/reference.js',
  operation: {
    operationId: 'getDocsProgram',
    tags: ['reference'],
    summary: 'Program of the reference page',
    requestParams: { header: conditions },
    responses: {
      200: { description: 'The file', headers: page, content: { 'text/javascript': { schema: { type: 'string' } } } },
      ...also(304),
    },
  },
  handler: (context) => {
    // Some five megabytes, in memory only on a node whose reference somebody has opened.
    let held: Promise<Answer> | undefined;
    return async (request, response) => {
      readQuery(request.url, noParameters);
      held ??= read();
      context.count(send(request, response, await held));
    };
  },
};
