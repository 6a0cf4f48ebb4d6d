import { z } from 'zod';
import { readQuery } from '../http/query.ts';
import { sendNow } from '../http/send-now.ts';
import { also, momentary } from './responses.ts';
import type { Route } from './route.ts';

const noParameters = z.strictObject({});
const health = z.strictObject({ status: z.literal('alive') });

export const healthRoute: Route = {
  path: '/health',
  operation: {
    operationId: 'getHealth',
    tags: ['operation'],
    summary: 'Whether the process is alive',
    responses: {
      200: {
        description: 'It is',
        headers: momentary,
        content: { 'application/json': { schema: health, example: { status: 'alive' } } },
      },
      ...also(),
    },
  },
  handler: (context) => (request, response) => {
    readQuery(request.url, noParameters);
    sendNow(context, response, 'application/json', JSON.stringify({ status: 'alive' }));
  },
};
