import { Registry } from 'prom-client';
import { z } from 'zod';
import { readQuery } from '#delivery/http/query.ts';
import { allRoutes } from '#delivery/routes/all.ts';
import { Failure } from '#errors/failure.ts';
import { bytesOf, type Target, textOf, usualSteps } from '../target.ts';

const schemas = allRoutes({ registry: new Registry(), describe: () => '{}' }).flatMap(({ operation }) => {
  const query = operation.requestParams?.query;
  return query instanceof z.ZodObject ? [query] : [];
});
const codes = /^(parameter-|path-malformed|cursor-invalid)/;

/** The query of an address of delivery, by the schema of every address. */
const publicQuery: Target = {
  name: 'public-query',
  samples: () =>
    [
      '/v1/vi/articles?limit=10&sort=newest&topic=cho&publishedFrom=2026-01-01&cursor=WyJhIiwiYiIsImMiXQ',
      '/v1/en/images?licence=CC-BY-4.0&person=An&takenFrom=1968&takenTo=1968-02&fallback=none&q=ch%E1%BB%A3',
      '/v1/fr/events?from=2026-03-01T08:00:00Z&to=2026-03-01T08:00:60%2B07:00&updatedSince=2026-01-01',
    ].map(bytesOf),
  words: [
    '?',
    '&',
    '=',
    '%',
    '%00',
    '%ff',
    '%F0%9F',
    '+',
    'limit=',
    'cursor=',
    'sort=',
    '[$ne]=',
    '..',
    '9e9',
    'q=',
    '#',
  ],
  codes,
  steps: usualSteps,
  read: (bytes) => {
    for (const schema of schemas) {
      try {
        readQuery(textOf(bytes), schema);
      } catch (cause) {
        if (!(cause instanceof Failure && codes.test(cause.code))) throw cause;
      }
    }
  },
};

export const publicQueryTargets: readonly Target[] = [publicQuery];
