import { type ByteSource, openByteSource, sourceOfBytes } from '../formats/byte-source.ts';
import { identify } from '../formats/identify.ts';
import { readKept } from '../formats/kept-header.ts';
import { isPngWhole } from '../formats/png-whole.ts';
import { isRawWhole } from '../formats/raw-whole.ts';
import { isRaw, type MasterType } from '../formats/sniff.ts';
import { countPages } from '../formats/tiff-pages.ts';
import type { Likeness } from '../likeness/likeness.ts';
import { embeddedIn } from '../metadata/embedded-file.ts';
import type { EmbeddedRecord } from '../metadata/embedded-record.ts';
import { damaged, decodeUpright, refuseTooManyPages, refuseTooManyPixels } from './decoder.ts';
import { lookAt } from './look-at.ts';
import { type Display, openShown, type Shown } from './shown.ts';

/** What a picture's pixels and header tell. */
export interface Examined {
  readonly type: MasterType;
  /** Whether it can be shown: all of it, the smaller picture that it carries, or nothing. */
  readonly display: Display;
  /** Pixels of what is shown, the right way up; of what cannot be shown, as its header says, 0 where it says nothing. */
  readonly width: number;
  readonly height: number;
  /** Pages, of which the first is shown. */
  readonly pages: number;
  /** EXIF orientation of the master, 1–8. */
  readonly orientation: number;
  /** Base64; empty where nothing can be shown. */
  readonly thumbhash: string;
  /** How it looks, to find the same picture again by; null of one that says nothing, or that cannot be shown. */
  readonly likeness: Likeness | null;
  /** Where the eye is drawn, as fractions of width and height: a first guess for the curator. */
  readonly focus: readonly [x: number, y: number];
  /** What looked at it, with versions; null where nothing can be shown. */
  readonly tools: string | null;
  /** What the file says of itself: unverified words to fill a form with. */
  readonly embedded: EmbeddedRecord;
}

/**
 * Looks at a file, by its path or its bytes, that claims to be a picture: what it is, and whether all of it that can be decoded is sound.
 * Throws `image-unsupported`, `image-too-many-pixels`, `image-too-many-pages` or `image-damaged`.
 */
export async function examine(picture: string | Uint8Array, maxPixels: number): Promise<Examined> {
  using opened = typeof picture === 'string' ? openByteSource(picture) : null;
  const source = opened ?? sourceOfBytes(picture as Uint8Array);
  const type = identify(source);
  if (type === 'image/tiff') refuseTooManyPages(attempt(() => countPages(source.read)));
  if (isRaw(type) && !isRawWhole(source, type)) return damaged(new Error('a raw file that breaks off'));
  if (type === 'image/png' && !isPngWhole(source)) return damaged(new Error('a PNG that breaks off'));
  const shown = await openShown(picture, source, type, maxPixels);
  if (!shown) return unseen(source, type, maxPixels);
  const { display, input, header } = shown;
  const { autoOrient, orientation = 1, pages = 1 } = header;
  const seen = await lookAt(input, maxPixels);
  if (type === 'image/tiff') await readRest(shown, maxPixels);
  const embedded = embeddedIn(source, type, header);
  return { type, display, ...autoOrient, pages, orientation, ...seen, embedded };
}

/** A picture that is kept although nothing here can show it. */
function unseen(source: ByteSource, type: MasterType, maxPixels: number): Examined {
  const { width, height } = type === 'image/jp2' || type === 'image/jxl' ? readWhole(source, type, maxPixels) : none;
  const embedded = embeddedIn(source, type, {});
  return { type, display: 'none', width, height, pages: 1, orientation: 1, ...unknownLook, embedded };
}

const none = { width: 0, height: 0 };
const unknownLook = { thumbhash: '', likeness: null, focus: [0.5, 0.5], tools: null } as const;

function readWhole(source: ByteSource, type: 'image/jp2' | 'image/jxl', maxPixels: number) {
  const { whole, ...size } = attempt(() => readKept(source, type));
  if (!whole) return damaged(new Error('a picture that breaks off'));
  refuseTooManyPixels(size, maxPixels);
  return size;
}

function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    return damaged(cause);
  }
}

/** The other pages of a TIFF, none of which is shown, are as sound as the first. */
async function readRest({ input, header: { pages = 1 } }: Shown, maxPixels: number): Promise<void> {
  for (let page = 1; page < pages; page += 1) {
    await decodeUpright(input, maxPixels, page).resize(8, 8, { fit: 'fill' }).raw().toBuffer().catch(damaged);
  }
}
