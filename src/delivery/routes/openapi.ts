import { z } from 'zod';
import { type Parts, prepare, send } from '../http/answer.ts';
import { compress, etagOf } from '../http/bytes.ts';
import { cacheFor } from '../http/headers.ts';
import { readQuery } from '../http/query.ts';
import { also, conditions, page } from './responses.ts';
import type { Route } from './route.ts';

const noParameters = z.strictObject({});

/** @param write makes the document; called at the first request */
export const openapiRoute = (write: () => string): Route => ({
  path: '/openapi.json',
  operation: {
    operationId: 'getOpenapi',
    tags: ['reference'],
    summary: 'This description (OpenAPI 3.1)',
    requestParams: { header: conditions },
    responses: {
      200: {
        description: 'OpenAPI 3.1',
        headers: page,
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      ...also(304),
    },
  },
  handler: (context) => {
    let held: Pick<Parts, 'bytes' | 'etag' | 'br'> | undefined;
    const make = (): Pick<Parts, 'bytes' | 'etag' | 'br'> => {
      const bytes = Buffer.from(write());
      const br = compress(bytes);
      return { bytes, etag: etagOf(bytes), br: { bytes: br, etag: etagOf(br) } };
    };
    return (request, response) => {
      readQuery(request.url, noParameters);
      held ??= make();
      const answer = prepare({
        ...held,
        contentType: 'application/json',
        cacheControl: cacheFor.pages,
      });
      context.count(send(request, response, answer));
    };
  },
});
