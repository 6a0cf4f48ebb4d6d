import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { problem } from '../views/problem.ts';

const headers = z.object({
  ETag: z.string().meta({ description: 'Strong, one for each encoding' }),
  'Last-Modified': z.string(),
  'Cache-Control': z.string(),
  'X-Content-Sequence': z.string().meta({ description: 'Grows with every change of content of the node' }),
});

const contentHeaders = headers.extend({
  'Content-Language': z.string().optional().meta({ description: 'Language served; in lists, every language in it' }),
  Link: z.string().optional().meta({ description: 'Canonical address and alternates by language (`hreflang`)' }),
  Vary: z.string().optional(),
});

/** The answer that was hoped for. */
export const ok = (description: string, schema: z.ZodType, example?: unknown): ZodOpenApiResponseObject => ({
  description,
  headers: contentHeaders,
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
});

const refusal = (status: number, description: string): ZodOpenApiResponseObject => ({
  id: `Refusal${status}`,
  description,
  content: { 'application/problem+json': { schema: problem } },
});

const refusals = {
  400: refusal(400, 'A parameter or the address is not valid; `errors` names each parameter at fault.'),
  404: refusal(404, 'Nothing here. What is hidden and what never was get the same answer.'),
  405: refusal(405, 'Any other method: this API can only be read.'),
  410: refusal(410, 'It was public once and has been withdrawn.'),
  503: refusal(503, 'The node is loading its content for the first time.'),
};

const moved = (id: string, description: string): ZodOpenApiResponseObject => ({
  id,
  description,
  headers: z.object({ Location: z.string() }),
});

const others = {
  301: moved('MovedSlug', 'The slug has changed; the present one follows in `Location`.'),
  304: {
    id: 'NotModified',
    description: 'You hold these very bytes (`If-None-Match` or `If-Modified-Since`).',
    headers,
  },
  308: moved('MovedLocale', '`zh` stands for `zh-Hans`.'),
} satisfies Record<number, ZodOpenApiResponseObject>;

const all = { ...others, ...refusals };

/** Picks the documented answers that a route can give beside 200. */
export const also = (...statuses: (keyof typeof all)[]): ZodOpenApiResponsesObject =>
  Object.fromEntries(statuses.map((status) => [String(status), all[status]]));

/** Headers that make a request conditional. */
export const conditions = z.object({
  'If-None-Match': z.string().optional().meta({ description: 'Entity tags, a list or `*`' }),
  'If-Modified-Since': z.string().optional(),
});
