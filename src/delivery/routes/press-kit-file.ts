import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { publicId } from '#record/common.ts';
import type { Context } from '../context.ts';
import { isUnchanged } from '../http/conditional.ts';
import { cacheFor, type HeaderList, lastingHeaders } from '../http/headers.ts';
import { readQuery } from '../http/query.ts';
import { type Part, partOf } from '../http/range.ts';
import type { KitPlan } from '../kits/plan-kit.ts';
import { absence } from '../projection/picture-absence.ts';
import { also, beyondFile, kitFile, partial, partOfKitFile } from './responses.ts';
import type { Route } from './route.ts';

const noParameters = z.strictObject({});

/** Kits that are sent at the same time: each holds a file open and a chunk of it in memory. */
const mostAtOnce = 64;

const headersOf = (context: Context, { etag }: KitPlan): HeaderList => [
  ...['Access-Control-Allow-Origin', '*', 'Cache-Control', cacheFor.content],
  ...['X-Content-Sequence', String(context.projection.sequence()), 'ETag', etag],
];

/** The kit that is there now, under a slug that it has. */
const kitAt = (context: Context, { params }: Request): { id: string; slug: string; plan: KitPlan } => {
  const [id, file] = [String(params.id), String(params.file)];
  const plan = publicId.safeParse(id).success ? context.kits.plan(id) : null;
  const slug = file.slice(0, -'.zip'.length);
  if (!plan || !file.endsWith('.zip') || !plan.slugs.includes(slug)) throw absence(context.store, 'album', id);
  return { id, slug, plan };
};

/** A date says too little: the tag alone tells whether a part belongs to this whole. */
const asked = ({ headers, method }: Request, { etag, layout }: KitPlan): Part | 'unsatisfiable' | null => {
  const { range, 'if-range': ifRange } = headers;
  if (range === undefined || method !== 'GET' || (ifRange !== undefined && ifRange !== etag)) return null;
  return partOf(range, layout.size);
};

interface Sending {
  readonly status: 200 | 206;
  readonly part: Part;
  readonly about: HeaderList;
}

/** What is to be sent; null where the answer has been given already. */
const begin = (context: Context, request: Request, response: Response, plan: KitPlan): Sending | null => {
  const [same, { size }] = [headersOf(context, plan), plan.layout];
  if (isUnchanged(request.headers, plan.etag, Number.POSITIVE_INFINITY)) {
    response.writeHead(304, [...same]).end();
    context.count(304);
    return null;
  }
  const part = asked(request, plan);
  if (part === 'unsatisfiable') {
    response.writeHead(416, [...same, 'Content-Range', `bytes */${size}`, 'Content-Length', '0']).end();
    context.count(416);
    return null;
  }
  if (part === null) return { status: 200, part: { first: 0, last: size - 1 }, about: [] };
  return { status: 206, part, about: ['Content-Range', `bytes ${part.first}-${part.last}/${size}`] };
};

const answerKit = async (context: Context, request: Request, response: Response, sent: { now: number }) => {
  readQuery(request.url, noParameters);
  context.projection.requireReady();
  const { id, slug, plan } = kitAt(context, request);
  const sending = begin(context, request, response, plan);
  if (!sending) return;
  const { status, part, about } = sending;
  if (request.method !== 'HEAD' && sent.now >= mostAtOnce) throw new Failure('too-busy');
  response.writeHead(status, [
    ...['Content-Type', 'application/zip', 'Content-Length', String(part.last - part.first + 1), ...about],
    ...[...headersOf(context, plan), ...lastingHeaders, 'Accept-Ranges', 'bytes'],
    ...['Content-Disposition', `attachment; filename="${slug}.zip"`],
  ]);
  context.count(status);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  sent.now += 1;
  try {
    await pipeline(Readable.from(context.kits.bytes(id, plan, part), { objectMode: false }), response);
  } catch {
    // The reader has gone, or the kit is not what it was: the connection ends before the length that was promised
    response.destroy();
  } finally {
    sent.now -= 1;
  }
};

const bytes = { schema: { type: 'string' as const, format: 'binary' } };

const path = z.object({
  id: publicId.meta({ description: 'Id of the album' }),
  file: z.string().meta({ description: 'As `press.zip` of the album names it', example: 'markets-of-the-city.zip' }),
});

export const pressKitFile: Route = {
  path: '/press-kits/{id}/{file}',
  operation: {
    operationId: 'downloadPressKit',
    tags: ['press-kits'],
    summary: 'A press kit as a ZIP file',
    description:
      'Its texts in every language, captions as text and as CSV, a note on rights, and every picture of which the rights offer a copy (the first 1,000), as large as they allow. A broken download goes on with `Range` and `If-Range`. The file changes with the kit: once a picture has been withdrawn, the tag is another one and the whole begins anew.',
    requestParams: { path, header: partial },
    responses: {
      200: { description: 'The file', headers: kitFile, content: { 'application/zip': bytes } },
      206: {
        description: 'The part of the file that `Range` asks for',
        headers: partOfKitFile,
        content: { 'application/zip': bytes },
      },
      416: { description: '`Range` begins beyond the end; `Content-Range` tells the size', headers: beyondFile },
      ...also(304, 404, 410, 503),
    },
  },
  handler: (context) => {
    const sent = { now: 0 };
    return (request, response) => answerKit(context, request, response, sent);
  },
};
