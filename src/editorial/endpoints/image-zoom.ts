import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { Cutters } from '#media/sandbox/cutters.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { deepestLevel, tileAt, zoomSize, zoomTile } from '#media/sizes/zoom.ts';
import type { ZoomCopies } from '../archive-screen/zoom-copies.ts';
import { readMaster } from './image-master.ts';

/** What the page of a picture asks before it asks for tiles. */
export interface ZoomAnswer {
  /** Pixels of what can be looked into. */
  readonly width: number;
  readonly height: number;
  readonly tile: number;
  readonly deepest: number;
}

const sized = z.looseObject({ width: z.number().min(1), height: z.number().min(1), display: z.string().nullish() });

/** What the record says of a picture that can be shown. @throws Failure `not-found`, `image-not-shown` */
const readShown = async (req: PayloadRequest) => {
  const master = await readMaster(req);
  const size = sized.safeParse(master);
  if (!size.success || size.data.display === 'none') throw new Failure('image-not-shown');
  return { sha256: master.sha256, whole: zoomSize(size.data) };
};

/** `GET /api/images/:id/zoom`, under the very rule of the record. */
export const answerZoom = async (req: PayloadRequest): Promise<Response> => {
  const { whole } = await readShown(req);
  const answer: ZoomAnswer = { ...whole, tile: zoomTile, deepest: deepestLevel(whole) };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
};

/** Kept by one browser for one person, and asked for again each time: a raise of the marking holds from then on. */
const headers = (etag: string) => ({
  'Content-Type': 'image/jpeg',
  ETag: etag,
  'Cache-Control': 'private, no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  Vary: 'Authorization, Cookie',
});

const numberIn = (req: PayloadRequest, parameter: 'level' | 'column' | 'row'): number => {
  const text = String(req.routeParams?.[parameter] ?? '');
  if (!/^\d{1,5}$/.test(text)) throw new Failure('parameter-invalid', { parameter });
  return Number(text);
};

const nobody = { credit: '', creator: '', rights: '' };

/**
 * `GET /api/images/:id/zoom/:level/:column/:row`: a tile of the picture, under the very rule of its record. It is cut in a
 * process of its own from a copy that is made once.
 * @throws Failure `not-found` for what is missing or hidden, and for a place where there is no tile; `too-busy`
 */
export const answerTile = async (
  req: PayloadRequest,
  decoders: Pick<Decoders, 'zoomCopy'>,
  cutters: Pick<Cutters, 'cut'>,
  copies: ZoomCopies,
): Promise<Response> => {
  const { sha256, whole } = await readShown(req);
  const place = [numberIn(req, 'level'), numberIn(req, 'column'), numberIn(req, 'row')] as const;
  const plan = tileAt(whole, ...place);
  if (!plan) throw new Failure('not-found');
  const etag = `"${sha256.slice(0, 32)}-${place.join('-')}"`;
  if (req.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: headers(etag) });
  const path = await copies.copyOf(sha256, () => decoders.zoomCopy(sha256));
  const tile = await cutters.cut({ path, pyramid: true, whole, plan, words: nobody });
  return new Response(new Uint8Array(tile), { headers: headers(etag) });
};
