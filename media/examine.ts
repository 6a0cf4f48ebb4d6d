import { open } from 'node:fs/promises';
import { damaged, decodeUpright, readHeader, refuseTooManyPixels } from './decoder.ts';
import { embeddedIn } from './embedded-file.ts';
import type { EmbeddedRecord } from './embedded-record.ts';
import { focusOf } from './focus.ts';
import { headBytes, type MasterType, sniff, tailBytes } from './sniff.ts';
import { thumbhashOf } from './thumbhash.ts';

/** What a picture's pixels and header tell. */
export interface Examined {
  readonly type: MasterType;
  /** Pixels, the right way up. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation of the master, 1–8. */
  readonly orientation: number;
  /** Base64. */
  readonly thumbhash: string;
  /** Where the eye is drawn, as fractions of width and height: a first guess for the curator. */
  readonly focus: readonly [x: number, y: number];
  /** What the file says of itself: unverified words to fill a form with. */
  readonly embedded: EmbeddedRecord;
}

/**
 * Looks at a file that claims to be a picture: what it is, and whether all of it can be decoded.
 * Throws `image-unsupported`, `image-too-many-pixels` or `image-damaged`.
 */
export async function examine(path: string, maxPixels: number): Promise<Examined> {
  const type = sniff(...(await readEnds(path)));
  const header = await readHeader(path, type);
  refuseTooManyPixels(header, maxPixels);
  return {
    type,
    width: header.autoOrient.width,
    height: header.autoOrient.height,
    orientation: header.orientation ?? 1,
    ...(await lookAt(path, maxPixels)),
    embedded: embeddedIn(path, header),
  };
}

/** Decodes the whole picture once, which alone proves it sound, and keeps a small copy to look at. */
async function lookAt(path: string, maxPixels: number) {
  const { data, info } = await decodeUpright(path, maxPixels)
    .resize(400, 400, { fit: 'inside', withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(damaged);
  const small = { data, width: info.width, height: info.height };
  return { thumbhash: await thumbhashOf(small), focus: await focusOf(small) };
}

async function readEnds(path: string): Promise<[head: Uint8Array, tail: Uint8Array]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = await file.read(new Uint8Array(Math.min(size, headBytes)), 0, undefined, 0);
    const length = Math.min(size, tailBytes);
    const tail = await file.read(new Uint8Array(length), 0, length, size - length);
    return [head.buffer, tail.buffer];
  } finally {
    await file.close();
  }
}
