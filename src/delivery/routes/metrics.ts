import type { Registry } from 'prom-client';
import { z } from 'zod';
import { readQuery } from '../http/query.ts';
import { sendNow } from '../http/send-now.ts';
import { also, momentary } from './responses.ts';
import type { Route } from './route.ts';

const noParameters = z.strictObject({});

/** @param registry what is measured; nothing in it names a document */
export const metricsRoute = (registry: Registry): Route => ({
  path: '/metrics',
  operation: {
    operationId: 'getMetrics',
    tags: ['operation'],
    summary: 'Measurements for Prometheus',
    responses: {
      200: {
        description: 'Text format of Prometheus',
        headers: momentary,
        content: { 'text/plain': { schema: { type: 'string' } } },
      },
      ...also(),
    },
  },
  handler: (context) => async (request, response) => {
    readQuery(request.url, noParameters);
    sendNow(context, response, registry.contentType, await registry.metrics());
  },
});
