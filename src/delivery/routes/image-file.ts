import type { Request, Response } from 'express';
import { z } from 'zod';
import { publicId } from '#record/common.ts';
import type { Context } from '../context.ts';
import { prepare, send } from '../http/answer.ts';
import { cacheFor } from '../http/headers.ts';
import { readQuery } from '../http/query.ts';
import { pictureAbsence } from '../projection/picture-absence.ts';
import { also, beyondFile, file, partial, partOfFile } from './responses.ts';
import type { Route } from './route.ts';

const noParameters = z.strictObject({});

const path = z.object({
  id: publicId.meta({ description: 'Id of the image' }),
  file: z.string().meta({ description: 'As `sources[].href` names it', example: '640w-0123456789abcdef.webp' }),
});

/** The file of a picture that bears this name at this moment. */
export const findFile = (context: Context, id: string, name: string) =>
  context.store
    .sql('SELECT sha, image_file.type, at FROM image_file JOIN record USING (id) WHERE id = ? AND name = ?')
    .get(id, name);

const answerFile = async (context: Context, request: Request, response: Response): Promise<void> => {
  readQuery(request.url, noParameters);
  context.projection.requireReady();
  const [id, name] = [String(request.params.id), String(request.params.file)];
  const row = findFile(context, id, name);
  if (!row) throw pictureAbsence(context.store, id);
  const sha = String(row.sha);
  const bytes = await context.images.read(sha).catch(() => null);
  // It may have been withdrawn while the file was read: what counts is this moment.
  if (!bytes || !findFile(context, id, name)) throw pictureAbsence(context.store, id);
  const answer = prepare({
    contentType: String(row.type),
    bytes,
    etag: `"${sha.slice(0, 32)}"`,
    modified: String(row.at),
    cacheControl: cacheFor.pictures,
    sequence: context.projection.sequence(),
    inParts: true,
  });
  context.cache.set(request.url, answer, answer.weight);
  context.count(send(request, response, answer));
};

const bytes = { schema: { type: 'string' as const, format: 'binary' } };
const content = { 'image/webp': bytes, 'image/jpeg': bytes };

export const imageFile: Route = {
  path: '/images/{id}/{file}',
  operation: {
    operationId: 'getImageFile',
    tags: ['images'],
    summary: 'One rendition of an image',
    description: 'Addresses stand in `sources` of images and covers. They change when the picture changes.',
    requestParams: { path, header: partial },
    responses: {
      200: { description: 'The picture', headers: file, content },
      206: {
        description: 'The part of the picture that `Range` asks for',
        headers: partOfFile,
        content,
      },
      416: { description: '`Range` begins beyond the end; `Content-Range` tells the size', headers: beyondFile },
      ...also(304, 404, 410, 503),
    },
  },
  handler: (context) => (request, response) => answerFile(context, request, response),
};
