import type { Request, Response } from 'express';
import { z } from 'zod';
import { canonicalOf, type Plan, planOf } from '#media/iiif/plan.ts';
import { type Format, formats, type Parameter, patterns, qualities, readRequest } from '#media/iiif/request.ts';
import type { Context } from '../../context.ts';
import { type Answer, prepare, send } from '../../http/answer.ts';
import { etagOf } from '../../http/bytes.ts';
import { cacheFor } from '../../http/headers.ts';
import { ParameterFailure } from '../../http/query.ts';
import { type IiifSource, isOffered } from '../../projection/iiif-source.ts';
import { imageService } from '../../views/iiif/addresses.ts';
import { also, beyondFile, linkedFile, partial, partOfLinkedFile } from '../responses.ts';
import type { Route } from '../route.ts';
import { levelLink } from './info.ts';
import { offered, pictureId } from './offered.ts';

const types: Readonly<Record<Format, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };

const refused = (parameter: Parameter): ParameterFailure =>
  new ParameterFailure([{ parameter, code: 'parameter-invalid' }]);

/** @throws ParameterFailure naming the parameter that is none, or that this picture cannot meet */
const planFor = (source: IiifSource, params: Request['params']): Plan => {
  const asked = readRequest({
    region: String(params.region),
    size: String(params.size),
    rotation: String(params.rotation),
    quality: String(params.quality),
    format: String(params.format),
  });
  if ('fault' in asked) throw refused(asked.fault);
  const planned = planOf(asked.request, source);
  if ('fault' in planned) throw refused(planned.fault);
  return planned.plan;
};

/** What was offered when the request came must be offered still when its answer is there. */
const isStill = ({ store }: Context, { id, version }: IiifSource): boolean => isOffered(store, id, version);

/** @returns null where the picture has changed, or gone, while it was cut */
const cut = async (context: Context, source: IiifSource, plan: Plan): Promise<Buffer | null> => {
  try {
    const bytes = await context.tiles.cut(source, plan);
    return isStill(context, source) ? bytes : null;
  } catch (error) {
    if (isStill(context, source)) throw error;
    return null;
  }
};

const answerOf = (context: Context, source: IiifSource, plan: Plan, bytes: Buffer): Answer => {
  const canonical = `${imageService(context.publicUrl, source.id)}/${canonicalOf(plan, source)}`;
  return prepare({
    contentType: types[plan.format],
    bytes,
    etag: etagOf(bytes),
    modified: source.modified,
    cacheControl: cacheFor.pictures,
    sequence: context.projection.sequence(),
    link: `<${canonical}>;rel="canonical", ${levelLink}`,
    inParts: true,
  });
};

/** The decision comes first, before any cache is looked into, and again when the bytes are there. */
const answerImage = async (context: Context, request: Request, response: Response): Promise<void> => {
  for (;;) {
    const source = offered(context, request);
    const plan = planFor(source, request.params);
    const bytes = await cut(context, source, plan);
    if (!bytes) continue;
    const answer = answerOf(context, source, plan, bytes);
    context.cache.set(request.url, answer, answer.weight);
    context.count(send(request, response, answer));
    return;
  }
};

const path = z.object({
  id: pictureId,
  region: z.string().regex(new RegExp(patterns.region)).meta({
    description: 'Which part: `full`, `square`, `x,y,w,h` in pixels or `pct:x,y,w,h` in percent of the picture',
    example: 'full',
  }),
  size: z.string().regex(new RegExp(patterns.size)).meta({
    description:
      'How large: `max`, `w,`, `,h`, `w,h`, `!w,h` (inside) or `pct:n`; with `^` before it also larger than the part is',
    example: '!600,400',
  }),
  rotation: z.string().regex(new RegExp(patterns.rotation)).meta({
    description: 'How many degrees clockwise, 0 to 360; with `!` before it mirrored first',
    example: '0',
  }),
  quality: z.enum(qualities).meta({ description: '`default` is colour, as far as the picture has any' }),
  format: z.enum(formats),
});

const bytes = { schema: { type: 'string' as const, format: 'binary' } };
const content = Object.fromEntries(Object.values(types).map((type) => [type, bytes]));

export const iiifImage: Route = {
  path: '/iiif/3/{id}/{region}/{size}/{rotation}/{quality}.{format}',
  operation: {
    operationId: 'getImage',
    tags: ['iiif'],
    summary: 'A picture or a part of it at the size wanted (IIIF Image API 3.0, level 2)',
    description:
      'Percent-encode what is not allowed in a path. `Link` names the canonical address: those who use it share caches. Rights are written into every answer.',
    requestParams: { path, header: partial },
    responses: {
      200: { description: 'The picture', headers: linkedFile, content },
      206: { description: 'The part of the file that `Range` asks for', headers: partOfLinkedFile, content },
      416: { description: '`Range` begins beyond the end; `Content-Range` tells the size', headers: beyondFile },
      ...also(304, 404, 410, 503),
    },
  },
  handler: (context) => (request, response) => answerImage(context, request, response),
};
