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
import { embeddedIn } from './embedded-file.ts';
import type { EmbeddedRecord } from './embedded-record.ts';
import { cleanFilename } from './filename.ts';
import { focusOf } from './focus.ts';
import { type Bytes, defaultMaxBytes, type MasterStore, type Stored } from './master-store.ts';
import { headBytes, type MasterType, sniff, tailBytes } from './sniff.ts';
import { thumbhashOf } from './thumbhash.ts';

export interface IntakeLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Width × height × pages. */
  readonly maxPixels: number;
}

export const defaultLimits: IntakeLimits = { maxBytes: defaultMaxBytes, maxPixels: defaultMaxPixels };

/** What the archive knows of a picture by looking at it. */
export interface Seen {
  readonly sha256: string;
  readonly bytes: number;
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
  readonly embedded: EmbeddedRecord;
}

/** A picture that has been looked at and is not in the archive yet. Disposed of without being kept, nothing remains. */
export interface Arrival extends Seen, AsyncDisposable {
  /** Keeps it, byte for byte. */
  keep(): Promise<Stored>;
}

/** A master in the archive. */
export type TakenIn = Seen & Stored;

interface Arriving {
  readonly filename: string;
  readonly limits?: Partial<IntakeLimits>;
}

/**
 * Looks at a picture that arrives, so that what else must be written down can be refused before it is kept.
 * Throws `image-unsupported`, `image-too-large`, `image-too-many-pixels` or `image-damaged`; nothing remains then.
 */
export async function lookAtArrival(
  store: MasterStore,
  input: Bytes,
  { filename, limits = defaultLimits }: Arriving,
): Promise<Arrival> {
  const { maxBytes, maxPixels } = { ...defaultLimits, ...limits };
  const incoming = await store.receive(input, maxBytes);
  try {
    const seen = await examine(incoming.path, maxPixels);
    const { sha256, bytes, discard } = incoming;
    const keep = () => store.keep(incoming);
    return { filename: cleanFilename(filename), ...seen, sha256, bytes, keep, [Symbol.asyncDispose]: discard };
  } catch (cause) {
    await incoming.discard();
    throw cause;
  }
}

/** Takes a picture into the archive, byte for byte, once it has been seen to be one. Throws what looking at it throws. */
export async function takeIn(store: MasterStore, input: Bytes, arriving: Arriving): Promise<TakenIn> {
  await using arrival = await lookAtArrival(store, input, arriving);
  const { keep, [Symbol.asyncDispose]: _discard, ...seen } = arrival;
  return { ...seen, ...(await keep()) };
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
