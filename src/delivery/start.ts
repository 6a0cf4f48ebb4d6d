import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { openCutters } from '#media/sandbox/cutters.ts';
import { createApp } from './app.ts';
import type { Context } from './context.ts';
import type { Answer } from './http/answer.ts';
import { boundedCache } from './http/bounded-cache.ts';
import { loadWords, type Words } from './http/words.ts';
import { kitWords } from './kits/kit-words.ts';
import { type Kits, openKits } from './kits/kits.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { describe } from './openapi/describe.ts';
import { isOffered } from './projection/iiif-source.ts';
import { type OpenProjection, openProjection } from './projection/open-projection.ts';
import { allRoutes } from './routes/all.ts';
import { type Listening, listen } from './server.ts';
import { shareFeed } from './share/share-feed.ts';
import { openTiles } from './tiles/tiles.ts';
import { type DeliveryValues, pollEvery } from './values.ts';
import { openWitness, type Witness } from './witness/witness.ts';

/** A running node. */
export interface Delivery {
  /** Where it listens, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Where it hands out its feed, or null. */
  readonly shareUrl: string | null;
  /** Lets running requests end (within ten seconds), stops following, closes the store. */
  close(): Promise<void>;
}

/** Bytes of finished answers that are kept in memory. */
const cacheBytes = 32 * 1024 * 1024;
const drainFor = 10_000;
/** Checkpoints of the audit log come every hour; looked for so often, in milliseconds. */
const witnessEvery = 60_000;

/** Named by its path: a program of its own, and the only one of ours here that decodes pictures. */
const worker = join(import.meta.dirname, '../../media/sandbox/worker.ts');

const openFace = async (
  values: DeliveryValues,
  { store, images, projection, trust }: OpenProjection,
  { cache, words, tiles, kits, witness }: Pick<Context, 'cache' | 'words' | 'tiles' | 'kits'> & { witness: Witness },
): Promise<Listening> => {
  const metrics = createMetrics(projection.status, witness.fault, trust.isSound);
  const context: Context = {
    ...{ store, images, projection, cache, tiles, kits, words, log: createLog(values.logLevel), count: metrics.count },
    ...{ publicUrl: values.publicUrl, fallback: values.fallback },
  };
  const parts = {
    registry: metrics.registry,
    describe: (routes: Parameters<typeof describe>[0]) => describe(routes, values.publicUrl),
  };
  return listen(createApp(context, allRoutes(parts), values.trustProxy), values.host, values.port, words);
};

const openShare = async (values: DeliveryValues, words: Words): Promise<Listening | null> => {
  if (values.sharePort === undefined) return null;
  if (!values.feedToken || /^https?:/i.test(values.feedUrl)) throw new Failure('share-impossible');
  return listen(shareFeed(values.feedUrl, values.feedToken), values.host, values.sharePort, words);
};

const addressOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/**
 * Starts a delivery node: it serves what it has at once and follows its feed from then on.
 * @throws Failure `port-taken`, `share-impossible`
 */
export const startDelivery = async (values: DeliveryValues): Promise<Delivery> => {
  const [log, words] = [createLog(values.logLevel), loadWords()];
  const cache = boundedCache<Answer>(cacheBytes);
  const stop = new AbortController();
  let kits: Kits | null = null;
  const changed = (): void => {
    cache.clear();
    kits?.changed();
  };
  const open = openProjection(values, { log, signal: stop.signal, changed });
  kits = openKits({ store: open.store, ...values, words: kitWords }, open.images);
  const cutters = openCutters(worker, values.cutters);
  const tiles = openTiles({ ...open, cache: open.tileCache, cutters, log });
  const stock = open.tileCache.takeStock((id, version) => isOffered(open.store, id, version));
  const listeners: Listening[] = [];
  const running = open.projection.run(pollEvery(values.feedUrl));
  const witness = openWitness({ dir: values.dir, reader: open.reader, log, signal: stop.signal });
  const watching = witness.run(witnessEvery);
  let closing: Promise<void> | undefined;
  const shut = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener.close(drainFor)));
    stop.abort();
    await Promise.all([running, watching, stock, tiles.settled()]);
    await cutters[Symbol.asyncDispose]();
    open[Symbol.dispose]();
    log.info('closed');
  };
  const close = (): Promise<void> => {
    closing ??= shut();
    return closing;
  };
  try {
    const face = await openFace(values, open, { cache, words, tiles, kits, witness });
    listeners.push(face);
    const share = await openShare(values, words);
    if (share) listeners.push(share);
    const url = addressOf(values.host, face.port);
    const shareUrl = share && addressOf(values.host, share.port);
    log.info({ url, shareUrl, sequence: open.projection.sequence() }, 'listening');
    return { url, shareUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
};
