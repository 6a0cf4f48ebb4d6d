import { z } from 'zod';
import { type Parts, prepare, send } from '../http/answer.ts';
import { compress, etagOf } from '../http/bytes.ts';
import { readQuery } from '../http/query.ts';
import { also, conditions } from './responses.ts';
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
      200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
      ...also(304, 400, 405),
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
      const sequence = context.projection.sequence();
      const answer = prepare({
        ...held,
        contentType: 'application/json',
        cacheControl: 'public, max-age=60',
        sequence,
      });
      context.count(send(request, response, answer));
    };
  },
});
