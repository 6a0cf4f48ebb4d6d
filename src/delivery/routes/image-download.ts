import type { Request, Response } from 'express';
import { z } from 'zod';
import { publicLocales } from '#languages/locales.ts';
import { publicId } from '#record/common.ts';
import { publicRecord } from '#record/records.ts';
import type { Context } from '../context.ts';
import { prepare, send } from '../http/answer.ts';
import { cacheFor } from '../http/headers.ts';
import { readQuery } from '../http/query.ts';
import { inForce } from '../projection/in-force.ts';
import { pictureAbsence } from '../projection/picture-absence.ts';
import { findFile } from './image-file.ts';
import { also, beyondFile, partial, partOfSavedFile, savedFile } from './responses.ts';
import type { Route } from './route.ts';

const noParameters = z.strictObject({});

/** What a browser saves it as: slugs are plain letters, digits and hyphens. */
const saved = (slug: string) => `attachment; filename="${slug}.jpg"`;

const offered = z.object({ download: z.literal(true), slug: z.string() });

/** The slug under which a picture is offered at this moment, in any language; null: it is not offered. */
const offeredAs = (context: Context, id: string, slug: string): string | null => {
  const now = new Date().toISOString();
  const row = context.store.sql('SELECT json FROM record WHERE id = ?').get(id);
  if (!(row?.json instanceof Uint8Array)) return null;
  const record = publicRecord.parse(JSON.parse(Buffer.from(row.json).toString()));
  if (record.type !== 'image') return null;
  const editions = publicLocales.flatMap((locale) => inForce(record.editions[locale] ?? [], now) ?? []);
  return editions.some((edition) => offered.safeParse(edition).data?.slug === slug) ? slug : null;
};

const largestFile = (context: Context, id: string): string | null => {
  const row = context.store
    .sql("SELECT name FROM image_file WHERE id = ? AND type = 'image/jpeg' ORDER BY CAST(name AS INTEGER) DESC LIMIT 1")
    .get(id);
  return row ? String(row.name) : null;
};

const answerDownload = async (context: Context, request: Request, response: Response): Promise<void> => {
  readQuery(request.url, noParameters);
  context.projection.requireReady();
  const [id, file] = [String(request.params.id), String(request.params.file)];
  const slug = file.endsWith('.jpg') ? offeredAs(context, id, file.slice(0, -4)) : null;
  const name = slug === null ? null : largestFile(context, id);
  const row = name === null ? undefined : findFile(context, id, name);
  if (!row || slug === null || name === null) throw pictureAbsence(context.store, id);
  const sha = String(row.sha);
  const bytes = await context.images.read(sha).catch(() => null);
  if (!bytes || !findFile(context, id, name) || offeredAs(context, id, slug) === null)
    throw pictureAbsence(context.store, id);
  const answer = prepare({
    contentType: String(row.type),
    bytes,
    etag: `"${sha.slice(0, 32)}-d"`,
    modified: String(row.at),
    cacheControl: cacheFor.pictures,
    sequence: context.projection.sequence(),
    inParts: true,
    own: ['Content-Disposition', saved(slug)],
  });
  context.count(send(request, response, answer));
};

const bytes = { schema: { type: 'string' as const, format: 'binary' } };

const path = z.object({
  id: publicId.meta({ description: 'Id of the image' }),
  file: z.string().meta({ description: 'As `download` of the image names it', example: 'cho-ben-thanh.jpg' }),
});

export const imageDownload: Route = {
  path: '/images/{id}/download/{file}',
  operation: {
    operationId: 'downloadImage',
    tags: ['images'],
    summary: 'An image as a file to keep',
    description: 'The largest rendition, for images whose rights offer one. The address stands in `download`.',
    requestParams: { path, header: partial },
    responses: {
      200: { description: 'The picture', headers: savedFile, content: { 'image/jpeg': bytes } },
      206: {
        description: 'The part of the picture that `Range` asks for',
        headers: partOfSavedFile,
        content: { 'image/jpeg': bytes },
      },
      416: { description: '`Range` begins beyond the end; `Content-Range` tells the size', headers: beyondFile },
      ...also(304, 404, 410, 503),
    },
  },
  handler: (context) => (request, response) => answerDownload(context, request, response),
};
