import { createHash } from 'node:crypto';
import type { Metadata, OutputInfo, Sharp } from 'sharp';
import { Failure } from '#errors/failure.ts';
import { defaultMaxPixels } from '../bounds.ts';
import { type ByteSource, sourceOfBytes } from '../formats/byte-source.ts';
import { identify } from '../formats/identify.ts';
import type { MasterType } from '../formats/sniff.ts';
import { deliveredXmp } from '../metadata/delivered-xmp.ts';
import { rightsExif } from '../metadata/rights-exif.ts';
import type { RightsWords } from '../rights/rights-words.ts';
import { longestSide, renditionSizes, renditionWidths, type Size } from '../sizes/renditions.ts';
import { type AccessCopy, makeAccessCopy } from './access-copy.ts';
import { damaged, decodeUpright, toolsInUse } from './decoder.ts';
import { type Step, scaleDown, settled, tightest } from './scale-down.ts';
import { openShown } from './shown.ts';
import { thumbhashOf } from './thumbhash.ts';
import { withMark } from './visible-mark.ts';

export interface Rendition {
  readonly type: 'image/webp' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  /** Lower-case hex of `bytes`. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface Renditions {
  /** The master's size, the right way up. */
  readonly width: number;
  readonly height: number;
  /** Base64. */
  readonly thumbhash: string;
  /** By width ascending, WebP before JPEG. */
  readonly sources: readonly Rendition[];
  /** What made them, with versions. */
  readonly tools: string;
  /** Of the size of the largest rendition; where it was asked for. */
  readonly accessCopy?: AccessCopy;
}

/** What is to be made of a master. */
export interface DeriveOptions {
  readonly words: RightsWords;
  readonly widths?: readonly number[];
  /** Whether tiles will be cut of it. */
  readonly accessCopy?: boolean;
  /** Rights allow no longer side, in pixels. */
  readonly maxSide?: number;
  /** A line that is drawn into every copy: the credit, where rights ask that it be seen. */
  readonly mark?: string;
}

/** Effort 2 costs less than half of the default 4 and about five per cent more bytes. */
const webp = { quality: 80, effort: 2 } as const;
/** Progressive: shown whole from the first bytes, never larger, and cheap beside the WebP. */
const jpeg = { quality: 80, progressive: true } as const;

/** A ThumbHash is made of a hundred pixels; twice as many lose nothing. */
const thumbhashSource: Size = { width: 200, height: 200 };

/**
 * What the public gets of a master: upright, sRGB, in steps of width, with nothing of the master's metadata (no position,
 * no serial number, no thumbnail, no trailing bytes) and the rights written in. Equal input gives equal bytes.
 * Throws `image-damaged`, `image-too-many-pixels`, and `image-not-shown` for a master of which nothing can be shown.
 */
export async function deriveRenditions(input: Uint8Array, options: DeriveOptions): Promise<Renditions> {
  const source = sourceOfBytes(input);
  const shown = await openShown(input, source, typeOf(source), defaultMaxPixels);
  if (!shown) throw new Failure('image-not-shown');
  return derive(shown.input, shown.header, options);
}

/** What was taken in was a picture then. */
function typeOf(source: ByteSource): MasterType {
  try {
    return identify(source);
  } catch (cause) {
    return damaged(cause);
  }
}

async function derive(
  input: string | Uint8Array,
  header: Metadata,
  { words, widths = renditionWidths, accessCopy = false, maxSide = longestSide, mark }: DeriveOptions,
): Promise<Renditions> {
  const sizes = renditionSizes(header.autoOrient, widths, maxSide);
  const largest = await decodeOnce(input, sizes.at(-1) ?? header.autoOrient).catch(damaged);
  const drawn = async ({ pixels, size }: Step) => (mark ? withMark(pixels(), size, mark) : pixels());
  const steps = await scaleDown(largest, sizes, header.hasAlpha);
  const sources: Rendition[] = [];
  for (const step of steps) {
    const pixels = mark ? await settled(await drawn(step)) : step.pixels;
    sources.push(...(await encode(pixels, header.hasAlpha, words)));
  }
  return {
    width: header.autoOrient.width,
    height: header.autoOrient.height,
    thumbhash: await thumbhash(tightest(steps, thumbhashSource).pixels()),
    sources,
    tools: toolsInUse(),
    ...(accessCopy && { accessCopy: await makeAccessCopy(await drawn(largest)) }),
  };
}

/** Decoding is the dearest step, so it is done once, at the largest size wanted; the rest is made from those pixels. */
async function decodeOnce(input: string | Uint8Array, size: Size): Promise<Step> {
  return { size, pixels: await settled(decodeUpright(input).resize({ ...size, fit: 'fill' })) };
}

async function encode(pixels: () => Sharp, alpha: boolean, words: RightsWords): Promise<Rendition[]> {
  const marked = () => pixels().withXmp(deliveredXmp(words)).withExif(rightsExif(words));
  const [first, second] = await Promise.all([
    marked().webp(webp).toBuffer({ resolveWithObject: true }),
    (alpha ? marked().flatten({ background: '#ffffff' }) : marked()).jpeg(jpeg).toBuffer({ resolveWithObject: true }),
  ]);
  return [rendition('image/webp', first), rendition('image/jpeg', second)];
}

function rendition(type: Rendition['type'], { data, info }: { data: Uint8Array; info: OutputInfo }): Rendition {
  const sha256 = createHash('sha256').update(data).digest('hex');
  return { type, width: info.width, height: info.height, sha256, bytes: data };
}

async function thumbhash(pixels: Sharp): Promise<string> {
  const { data, info } = await pixels
    .resize(100, 100, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return thumbhashOf({ data, width: info.width, height: info.height });
}
