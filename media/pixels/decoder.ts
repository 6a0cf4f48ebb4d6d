import sharp, { type Metadata, type Sharp } from 'sharp';
import { Failure } from '#errors/failure.ts';
import { defaultMaxPixels, maxPages } from '../bounds.ts';
import type { plainTypes } from '../formats/sniff.ts';

const seconds = 60;

/**
 * @NOTE Process-wide: whatever imports this file can read JPEG, PNG, WebP, TIFF and AVIF and nothing else; of HEIC
 * it reads the header. Programs that
 * draw from SVG therefore run in a process of their own. No cache, one thread a picture: several processes decode at
 * once, and memory is the scarcer thing.
 */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Tiff', 'Heif'].map((loader) => `VipsForeignLoad${loader}`),
});
sharp.cache(false);
sharp.concurrency(1);

type PlainType = (typeof plainTypes)[number];

const formats: Record<PlainType, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
  'image/avif': 'heif',
  'image/heic': 'heif',
};

/** Reads the header only. Throws `image-damaged` when there is none and `image-unsupported` when it is not a `type`. */
export async function readHeader(input: string | Uint8Array, type: PlainType): Promise<Metadata> {
  const header = await sharp(input, { limitInputPixels: false }).metadata().catch(damaged);
  const compression = type !== 'image/avif' || header.compression === 'av1';
  if (header.format !== formats[type] || !compression) {
    throw new Failure('image-unsupported', { format: header.format ?? '?' });
  }
  return header;
}

/** Pixels of all pages. */
const pixelsOf = ({ width, height, pages }: Pick<Metadata, 'width' | 'height' | 'pages'>): number =>
  (width ?? 0) * (height ?? 0) * Math.max(1, pages ?? 1);

/** Throws `image-too-many-pages` (values: max). */
export function refuseTooManyPages(pages: number): void {
  if (pages > maxPages) throw new Failure('image-too-many-pages', { max: maxPages });
}

/**
 * The gate before any decoding. Throws `image-too-many-pixels` (values: pixels and max in millions) and
 * `image-too-many-pages`.
 */
export function refuseTooManyPixels(header: Pick<Metadata, 'width' | 'height' | 'pages'>, maxPixels: number): void {
  const pixels = pixelsOf(header);
  if (pixels === 0) throw new Failure('image-damaged');
  refuseTooManyPages(header.pages ?? 1);
  if (pixels > maxPixels) {
    throw new Failure('image-too-many-pixels', { pixels: Math.ceil(pixels / 1e6), max: Math.floor(maxPixels / 1e6) });
  }
}

/** A pipeline from the master's bytes to upright sRGB pixels. Truncated data ends it; harmless oddities of cameras do not. */
export function decodeUpright(input: string | Uint8Array, maxPixels = defaultMaxPixels, page = 0): Sharp {
  return sharp(input, { limitInputPixels: maxPixels, failOn: 'error', autoOrient: true, ...(page > 0 ? { page } : {}) })
    .toColourspace('srgb')
    .timeout({ seconds });
}

/** Answers any fault of the decoder with `image-damaged`. */
export function damaged(cause: unknown): never {
  throw new Failure('image-damaged', {}, { cause });
}

/** What decodes and encodes pictures in this process, with versions, as a history names it: `sharp 0.35.5, libvips 8.18.7`. */
export const toolsInUse = (): string => {
  const { sharp: engine = '?', vips = '?' } = sharp.versions;
  return `sharp ${engine}, libvips ${vips}`;
};
