import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { MasterStore } from '#media/intake/master-store.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import type { SmallPictures } from '../archive-screen/small-pictures.ts';
import { checkMayLeave } from '../copies/counted.ts';
import { readMaster } from './image-master.ts';
import { idIn } from './signed-in.ts';

const widths = [160, 320, 640, 1024, 1600];

/** Kept by one browser for one person, and asked for again each time: a raise of the marking holds from then on. */
const headers = (etag: string, type: string) => ({
  'Content-Type': type,
  ETag: etag,
  'Cache-Control': 'private, no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  Vary: 'Authorization, Cookie',
});

const readWidth = (req: PayloadRequest): number | null => {
  const asked = req.searchParams.get('width');
  if (asked === null) return null;
  const width = widths.find((one) => one >= Number(asked));
  if (!/^\d{1,4}$/.test(asked) || width === undefined) throw new Failure('parameter-invalid', { parameter: 'width' });
  return width;
};

const downscaled = async (decoders: Decoders, sha256: string, width: number): Promise<Uint8Array<ArrayBuffer>> => {
  const words = { credit: '', creator: '', rights: '' };
  const { sources } = await decoders.derive(sha256, { words, widths: [width] });
  const webp = sources.find(({ type }) => type === 'image/webp');
  if (!webp) throw new Failure('image-damaged');
  return new Uint8Array(webp.bytes);
};

/**
 * The file of an image under the very rule of its record: a smaller WebP for `?width=`, the master itself without.
 * @throws Failure `not-found` for what is missing or hidden, `copy-needs-permission` for a master that is marked above `internal`
 */
export const answerFile = async (
  req: PayloadRequest,
  openStore: () => Promise<MasterStore>,
  decoders: Decoders,
  smallPictures: SmallPictures,
): Promise<Response> => {
  const { sha256, type, filename } = await readMaster(req);
  const width = readWidth(req);
  // What is looked at in the studio is no copy; the master itself is one
  if (width === null) await checkMayLeave(req, 'images', idIn(req));
  const etag = `"${sha256.slice(0, 32)}-${width ?? 'master'}"`;
  const isFresh = req.headers.get('if-none-match') === etag;
  if (isFresh) return new Response(null, { status: 304, headers: headers(etag, 'image/webp') });
  if (width !== null) {
    const small = await smallPictures.get(sha256, width, () => downscaled(decoders, sha256, width));
    return new Response(small, { headers: headers(etag, 'image/webp') });
  }
  const store = await openStore();
  const { body, bytes } = await store.stream(sha256);
  const name = encodeURIComponent(filename ?? sha256);
  const attached = { 'Content-Disposition': `attachment; filename*=UTF-8''${name}`, 'Content-Length': String(bytes) };
  return new Response(body, { headers: { ...headers(etag, type), ...attached } });
};
