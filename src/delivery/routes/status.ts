import { z } from 'zod';
import { readQuery } from '../http/query.ts';
import { sendNow } from '../http/send-now.ts';
import { status } from '../views/status.ts';
import { also, momentary } from './responses.ts';
import type { Route } from './route.ts';

const noParameters = z.strictObject({});

export const statusRoute: Route = {
  path: '/status',
  operation: {
    operationId: 'getStatus',
    tags: ['operation'],
    summary: 'How far this node has followed its feed',
    responses: {
      200: {
        description: 'The state of the node',
        headers: momentary,
        content: { 'application/json': { schema: status } },
      },
      ...also(),
    },
  },
  handler: (context) => (request, response) => {
    readQuery(request.url, noParameters);
    sendNow(context, response, 'application/json', JSON.stringify(context.projection.status()));
  },
};
