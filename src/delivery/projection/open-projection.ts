import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type FeedReader, openFeedReader } from '#feed/reader.ts';
import { openSource } from '#feed/source.ts';
import { dropStale } from '../tiles/drop-stale.ts';
import { openTileCache, type TileCache } from '../tiles/tile-cache.ts';
import type { DeliveryValues } from '../values.ts';
import { type ImageStore, openImageStore } from './image-store.ts';
import { createProjection, type Projection } from './projection.ts';
import type { Shape } from './render-dirty.ts';
import { createRenderer } from './renderer.ts';
import { initialState } from './state.ts';
import { openStore, type Store } from './store.ts';
import { openTrust, type Trust } from './trust.ts';

/** A projection with what it rests on. */
export interface OpenProjection extends Disposable {
  readonly store: Store;
  readonly images: ImageStore;
  readonly projection: Projection;
  readonly tileCache: TileCache;
  readonly reader: FeedReader;
  readonly trust: Trust;
}

/** Raised with every change of what answers look like. */
const answersVersion = 5;

const shapeOf = ({ publicUrl, fallback }: Shape): string => {
  const { icu = '', brotli = '' } = process.versions;
  const parts = JSON.stringify([answersVersion, publicUrl, fallback, icu, brotli]);
  return createHash('sha256').update(parts).digest('hex');
};

/** Marks everything to be rendered anew where it was rendered by other rules. @returns whether all is as it should be */
const reshape = (store: Store, shape: Shape): boolean => {
  const wanted = shapeOf(shape);
  if (store.getMeta('shape') === wanted) return true;
  store.database.transaction(() => {
    store.database.exec('INSERT INTO dirty SELECT id, 0, seq FROM record WHERE TRUE ON CONFLICT DO NOTHING');
    store.setMeta('shape', wanted);
  });
  return false;
};

/** Milliseconds: a running gate signs every half minute. */
const usualSilence = 120_000;

export interface Following {
  readonly log: Logger;
  /** Ends the following. */
  readonly signal: AbortSignal;
  /** Called after every transaction that changed what is served. */
  changed(): void;
}

/** Opens the store of a node and everything that follows its feed; nothing runs yet. */
export const openProjection = (values: DeliveryValues, { log, signal, changed }: Following): OpenProjection => {
  const store = openStore(values.dir);
  const images = openImageStore(values.dir);
  const shape: Shape = { publicUrl: values.publicUrl, fallback: values.fallback };
  const state = initialState(store, reshape(store, shape));
  const tileCache = openTileCache(join(values.dir, 'tiles'), values.tileCache, log);
  const noteChange = (): void => {
    state.version += 1;
    changed();
    dropStale(store, tileCache);
  };
  dropStale(store, tileCache);
  const source = openSource(values.feedUrl, { token: values.feedToken, timeout: 15_000 });
  const trust = openTrust(values.trust, values.trustFile, log);
  // Asked for at every reading: another file may name others meanwhile
  const trusting = {
    source,
    signatures: values.signatures,
    signal,
    get trust() {
      return trust.keys();
    },
  };
  const reader = openFeedReader(trusting);
  const renderer = createRenderer(store, shape, noteChange);
  const { silence = usualSilence } = values;
  const parts = { store, images, renderer, source, reader, trust, state, silence, signal, changed: noteChange };
  return {
    store,
    images,
    tileCache,
    reader,
    trust,
    projection: createProjection(parts, log),
    [Symbol.dispose]: () => store[Symbol.dispose](),
  };
};
