import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { problem } from '../views/problem.ts';

const text = (description: string) => z.string().meta({ description });

/** On every answer but a 304. */
const open = {
  'Access-Control-Allow-Origin': z.literal('*').meta({ description: 'Any page may read it' }),
  'Access-Control-Expose-Headers': text('Which headers a page may read'),
  'X-Content-Type-Options': z.literal('nosniff'),
  'Content-Security-Policy': text('What may run where it is opened by itself: nothing, unless it is a page'),
  'Referrer-Policy': z.literal('no-referrer'),
};

const cacheControl = { 'Cache-Control': text('How long it may be kept') };
const tag = { ETag: text('Strong, one for each encoding') };
const sequence = { 'X-Content-Sequence': text('Grows with every change of content of the node') };
const vary = { Vary: text('`Accept-Encoding`: plain or brotli') };

/** Of an answer that changes with the content. */
const content = {
  ...{ ...open, ...cacheControl, ...tag, ...sequence },
  'Last-Modified': text('When something that it shows last changed'),
};

/** Of a document or a list. */
const inLanguage = z.object({
  ...{ ...content, ...vary },
  'Content-Language': text('Language served; in lists, every language in it'),
  Link: text('Canonical address and alternates by language (`hreflang`); of single documents').optional(),
});

/** Of what is true only at this moment. */
export const momentary = z.object({ ...open, ...cacheControl, ...sequence });

/** Of the reference and what belongs to it. */
export const page = z.object({
  ...{ ...open, ...cacheControl, ...tag },
  Vary: vary.Vary.optional(),
});

/** Of a file of a picture, and of a part of one. */
export const file = z.object({ ...content, 'Accept-Ranges': z.literal('bytes') });
const range = { 'Content-Range': text('First and last byte, and the size of the whole') };
export const partOfFile = file.extend(range);
export const beyondFile = z.object({
  'Access-Control-Allow-Origin': open['Access-Control-Allow-Origin'],
  ...{ ...cacheControl, ...tag, ...sequence, ...range },
});

const saved = { 'Content-Disposition': text('Name of the file, to be saved') };
export const savedFile = file.extend(saved);
export const partOfSavedFile = partOfFile.extend(saved);

/** Of a press kit as a file: it has no date, since what it holds can go without any. */
export const kitFile = savedFile.omit({ 'Last-Modified': true });
export const partOfKitFile = partOfSavedFile.omit({ 'Last-Modified': true });

const link = { Link: text('Canonical address and level of the image service') };

/** Of a picture that was cut, and of a part of the file. */
export const linkedFile = file.extend(link);
export const partOfLinkedFile = partOfFile.extend(link);

/** Of JSON-LD, which can also be had as plain JSON. */
const chosen = z.object({
  ...content,
  Vary: text('`Accept`: as JSON-LD or plain JSON; `Accept-Encoding`: plain or brotli'),
  Link: text('Level of the image service').optional(),
});

/** A document of linked data. @param context address of its context, which the media type names as its profile */
export const linkedData = (
  description: string,
  context: string,
  schema: z.ZodType,
  example: unknown,
): ZodOpenApiResponseObject => ({
  description: `${description}; as JSON-LD with the profile \`${context}\``,
  headers: chosen,
  content: {
    'application/ld+json': { schema, example },
    'application/json': { schema, example },
  },
});

/** The answer that was hoped for. */
export const ok = (description: string, schema: z.ZodType, example?: unknown): ZodOpenApiResponseObject => ({
  description,
  headers: inLanguage,
  content: { 'application/json': { schema, ...(example !== undefined && { example }) } },
});

const refused = { ...open, ...cacheControl, 'Content-Language': text('Language of the words') };

const refusal = (status: number, description: string, extra: z.ZodRawShape = {}): ZodOpenApiResponseObject => ({
  id: `Refusal${status}`,
  description,
  headers: z.object({
    ...refused,
    Vary: text('`Accept-Language`, where the address names no language').optional(),
    ...extra,
  }),
  content: { 'application/problem+json': { schema: problem } },
});

/** What every address can answer. */
const everywhere = {
  400: refusal(400, 'A parameter or the address is not valid; `errors` names each parameter at fault.'),
  405: refusal(405, 'Any other method: this API can only be read.', { Allow: z.literal('GET, HEAD, OPTIONS') }),
  408: refusal(408, 'The request came too slowly.'),
  431: refusal(431, 'Address or headers are too long.'),
  500: refusal(500, 'Something went wrong that should not have.'),
};

const sometimes = {
  404: refusal(404, 'Nothing here. What is hidden and what never was get the same answer.'),
  410: refusal(410, 'It was public once and has been withdrawn.'),
  503: refusal(503, 'The node is loading its content for the first time, or has more pictures to cut than it can.', {
    'Retry-After': text('Seconds to wait'),
  }),
};

const moved = (id: string, description: string): ZodOpenApiResponseObject => ({
  id,
  description,
  headers: z.object({ ...open, ...cacheControl, Location: text('Path, with the query that was asked') }),
});

const others = {
  301: moved('MovedSlug', 'The slug has changed; the present one follows in `Location`.'),
  302: moved('Reference', 'To `/docs`.'),
  303: {
    id: 'ImageInformation',
    description: 'The image information follows in `Location`.',
    headers: z.object({ ...open, ...cacheControl, Location: text('Absolute address') }),
  },
  304: {
    id: 'NotModified',
    description: 'You hold these very bytes (`If-None-Match` or `If-Modified-Since`).',
    headers: z.object({
      'Access-Control-Allow-Origin': open['Access-Control-Allow-Origin'],
      ...{ ...cacheControl, ...tag },
      'X-Content-Sequence': sequence['X-Content-Sequence'].optional(),
      Vary: vary.Vary.optional(),
    }),
  },
  308: moved('MovedLocale', '`zh` stands for `zh-Hans`, `zh-TW`, `zh-HK` and `zh-MO` for `zh-Hant`.'),
} satisfies Record<number, ZodOpenApiResponseObject>;

const all = { ...others, ...sometimes };

/** Picks the documented answers that a route can give beside 200 and beside what every route can. */
export const also = (...statuses: (keyof typeof all)[]): ZodOpenApiResponsesObject => ({
  ...everywhere,
  ...Object.fromEntries(statuses.map((status) => [String(status), all[status]])),
});

/** Headers that make a request conditional. */
export const conditions = z.object({
  'If-None-Match': text('Entity tags, a list or `*`').optional(),
  'If-Modified-Since': text('A date of HTTP').optional(),
});

/** Headers that ask for a part of a file. */
export const partial = conditions.extend({
  Range: text('One part, e.g. `bytes=0-1023`').optional(),
  'If-Range': text('Entity tag or date of the whole that the part belongs to').optional(),
});
