import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import { canonicalOf, type Plan } from '#media/iiif/plan.ts';
import type { Cutters } from '#media/sandbox/cutters.ts';
import { type IiifSource, isOffered, wordsInFile } from '../projection/iiif-source.ts';
import type { ImageStore } from '../projection/image-store.ts';
import type { Store } from '../projection/store.ts';
import type { TileCache, TilePlace } from './tile-cache.ts';

/** Cuts of public pictures, made once and kept for a while. */
export interface Tiles {
  /**
   * The bytes that a plan stands for.
   * @param source what the store offers at this moment: nothing is looked up before that has been asked
   * @throws Failure `too-busy`
   */
  cut(source: IiifSource, plan: Plan): Promise<Buffer>;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

export interface TilesParts {
  readonly store: Store;
  readonly images: Pick<ImageStore, 'pathOf'>;
  readonly cache: TileCache;
  readonly cutters: Cutters;
  readonly log: Logger;
}

/** Raised when the same plan is to come out otherwise than before. */
const recipe = 1;

const placeOf = (source: IiifSource, plan: Plan): TilePlace => {
  const text = `${recipe} ${canonicalOf(plan, source)}`;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  return { id: source.id, version: source.version, name: `${name}.${plan.format}` };
};

/** That a process ended over its work is, to whoever asked, a moment of need: who comes again meets another process. */
const asBusy = (error: unknown, log: Logger): unknown => {
  if (!(error instanceof Failure) || !error.code.startsWith('image-')) return error;
  log.error({ code: error.code }, 'a process that cuts tiles has ended over one');
  return new Failure('too-busy', {}, { cause: error });
};

export const openTiles = ({ store, images, cache, cutters, log }: TilesParts): Tiles => {
  const running = new Map<string, Promise<Buffer>>();
  const writing = new Set<Promise<void>>();

  const keep = (place: TilePlace, bytes: Buffer): void => {
    const written = cache
      .keep(place, bytes, () => isOffered(store, place.id, place.version))
      .finally(() => writing.delete(written));
    writing.add(written);
  };

  const make = async (source: IiifSource, plan: Plan, place: TilePlace): Promise<Buffer> => {
    const held = await cache.read(place);
    if (held) return held;
    const { blob, pyramid, size: whole } = source;
    const order = { path: images.pathOf(blob), pyramid, whole, plan, words: wordsInFile(source) };
    const bytes = await cutters.cut(order).catch((error: unknown) => {
      throw asBusy(error, log);
    });
    const made = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    keep(place, made);
    return made;
  };

  return {
    cut: (source, plan) => {
      const place = placeOf(source, plan);
      const key = `${place.id}/${place.version}/${place.name}`;
      const known = running.get(key);
      if (known) return known;
      const made = make(source, plan, place).finally(() => running.delete(key));
      running.set(key, made);
      return made;
    },
    settled: async () => {
      await Promise.allSettled(running.values());
      await Promise.allSettled(writing);
    },
  };
};
