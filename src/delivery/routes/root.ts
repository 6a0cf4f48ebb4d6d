import { z } from 'zod';
import { readQuery } from '../http/query.ts';
import { redirect } from './locale.ts';
import { also } from './responses.ts';
import type { Route } from './route.ts';

const noParameters = z.strictObject({});

export const root: Route = {
  path: '/',
  operation: {
    operationId: 'getRoot',
    tags: ['reference'],
    summary: 'Leads to the reference page',
    responses: also(302),
  },
  handler: (context) => (request, response) => {
    readQuery(request.url, noParameters);
    redirect(context, response, 302, '/docs');
  },
};
