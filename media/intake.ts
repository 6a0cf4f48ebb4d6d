import { open } from 'node:fs/promises';
import {
  damaged,
  decodeUpright,
  decoding,
  defaultMaxPixels,
  pixelsOf,
  readHeader,
  refuseTooManyPixels,
} from './decoder.ts';
import { type EmbeddedWords, readEmbedded } from './embedded.ts';
import { cleanFilename } from './filename.ts';
import { focusOf } from './focus.ts';
import { type Bytes, defaultMaxBytes, type MasterStore } from './master-store.ts';
import { headBytes, type MasterType, sniff, tailBytes } from './sniff.ts';
import { thumbhashOf } from './thumbhash.ts';

export interface IntakeLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Width × height × pages. */
  readonly maxPixels: number;
}

export const defaultLimits: IntakeLimits = { maxBytes: defaultMaxBytes, maxPixels: defaultMaxPixels };

/** What the archive knows of a master by looking at it. */
export interface TakenIn {
  readonly sha256: string;
  readonly bytes: number;
  /** True when these very bytes were in the archive before. */
  readonly existed: boolean;
  readonly type: MasterType;
  /** The client's name for it without folders and control characters: a label, never a path. */
  readonly filename: string;
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
  readonly embedded: EmbeddedWords;
}

/**
 * Takes a picture into the archive, byte for byte, once it has been seen to be one.
 * Throws `image-unsupported`, `image-too-large`, `image-too-many-pixels` or `image-damaged`; nothing is kept then.
 */
export async function takeIn(
  store: MasterStore,
  input: Bytes,
  { filename, limits = defaultLimits }: { filename: string; limits?: Partial<IntakeLimits> },
): Promise<TakenIn> {
  const { maxBytes, maxPixels } = { ...defaultLimits, ...limits };
  const incoming = await store.receive(input, maxBytes);
  try {
    return {
      filename: cleanFilename(filename),
      ...(await examine(incoming.path, maxPixels)),
      ...(await store.keep(incoming)),
    };
  } finally {
    await incoming.discard();
  }
}

async function examine(path: string, maxPixels: number) {
  const type = sniff(...(await readEnds(path)));
  const header = await readHeader(path, type);
  refuseTooManyPixels(header, maxPixels);
  return {
    type,
    width: header.autoOrient.width,
    height: header.autoOrient.height,
    orientation: header.orientation ?? 1,
    ...(await decoding.pass(pixelsOf(header), () => lookAt(path, maxPixels))),
    embedded: readEmbedded(header),
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
