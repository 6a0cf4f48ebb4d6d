import type { Level } from '#access/level.ts';
import { defaultMaxPixels } from '../bounds.ts';
import type { Examined } from '../pixels/examine.ts';
import { cleanFilename } from './filename.ts';
import { type Bytes, defaultMaxBytes, type MasterStore, type Stored } from './master-store.ts';
import { stillThere } from './store-fault.ts';

export interface IntakeLimits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Width × height × pages. */
  readonly maxPixels: number;
}

export const defaultLimits: IntakeLimits = { maxBytes: defaultMaxBytes, maxPixels: defaultMaxPixels };

/** What the archive knows of a picture by looking at it. */
export interface Seen extends Examined {
  readonly sha256: string;
  readonly bytes: number;
  /** The client's name for it without folders and control characters: a label, never a path. */
  readonly filename: string;
}

/**
 * Looks at the pixels of a file, by its path or its bytes: see `examine.ts`. Handed in, so that it may happen in another process.
 */
export type Examine = (picture: string | Uint8Array, maxPixels: number) => Promise<Examined>;

/** A picture that has been looked at and is not in the archive yet. Disposed of without being kept, nothing remains. */
export interface Arrival extends Seen, AsyncDisposable {
  /** Keeps it, byte for byte. @param level of the record that names it */
  keep(level?: Level): Promise<Stored>;
}

/** A master in the archive. */
export type TakenIn = Seen & Stored;

interface Arriving {
  readonly filename: string;
  readonly examine: Examine;
  /** Asked once the bytes are here and before anything looks at them; what it throws refuses them. */
  readonly unlessKnown?: (sha256: string) => Promise<void>;
  readonly limits?: Partial<IntakeLimits>;
}

/**
 * Looks at a picture that arrives, so that what else must be written down can be refused before it is kept.
 * Throws `image-unsupported`, `image-too-large`, `image-too-many-pixels` or `image-damaged`, and `disk-full` or `masters-unreachable`
 * where the store is at fault; nothing remains then.
 */
export async function lookAtArrival(
  store: MasterStore,
  input: Bytes,
  { filename, examine, unlessKnown, limits = defaultLimits }: Arriving,
): Promise<Arrival> {
  const { maxBytes, maxPixels } = { ...defaultLimits, ...limits };
  const incoming = await store.receive(input, maxBytes);
  try {
    await unlessKnown?.(incoming.sha256);
    const seen = await examine(await incoming.picture(), maxPixels).catch(async (cause: unknown) => {
      // Bytes that are not there any more are no damaged picture
      if (incoming.path !== null) await stillThere(incoming.path);
      throw cause;
    });
    const { sha256, bytes, discard } = incoming;
    const keep = (level?: Level) => store.keep(incoming, level);
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
