import { join } from 'node:path';
import type { Config } from '#config/config.ts';
import { deriveAgain } from '#editorial/archive/rebuild/derive-again.ts';
import { hashAgain } from '#editorial/archive/rebuild/hash-again.ts';
import { atRestOf } from '#editorial/at-rest/at-rest-of.ts';
import { decodersOf } from '#editorial/decoders.ts';
import { openCommitted } from '#editorial/gate/committed.ts';
import { tryLease } from '#editorial/gate/lease.ts';
import { openLedger } from '#editorial/gate/ledger.ts';
import { Failure } from '#errors/failure.ts';
import { storeBlob } from '#feed/store-blob.ts';
import { usualBounds } from '#media/sandbox/decoder-bounds.ts';
import { openStudio } from '../open-studio.ts';
import { root } from '../root.ts';
import type { PicturesProgress } from './progress-line.ts';
import { forgetState, readState, writeState } from './rebuild-state.ts';

export interface Rebuilding {
  readonly config: Config;
  readonly wanted: { readonly sizes: boolean; readonly access: boolean; readonly hash: boolean };
  readonly signal: AbortSignal;
  /** Told when it goes on with a run that was broken off. */
  readonly onResumed: (began: string) => void;
  readonly onProgress: (progress: PicturesProgress) => void;
}

export interface RebuildReport {
  /** Pictures that had their turn in this run. */
  readonly pictures: number;
  /** Of those, whose hashes and whose public files are other than before. */
  readonly rehashed: number;
  readonly rederived: number;
  /** Pictures that were left as they were, with the code of the failure. */
  readonly wrong: readonly { readonly id: string; readonly code: string }[];
  readonly stopped: boolean;
}

const portion = 50;

type Tally = { -readonly [K in 'pictures' | 'rehashed' | 'rederived']: number } & {
  readonly wrong: { readonly id: string; readonly code: string }[];
};

/** Failures that are one picture’s: the others go on. */
const isOfPicture = (code: string): boolean =>
  code === 'not-found' || code === 'master-damaged' || code.startsWith('image-');

interface Makers {
  /** Whether what they make again is other than before; null where it is not wanted. */
  readonly hash: ((id: string) => Promise<boolean>) | null;
  readonly derive: ((id: string) => Promise<boolean>) | null;
}

const remaking =
  ({ hash, derive }: Makers, tally: Tally) =>
  async (id: string) => {
    try {
      if (await hash?.(id)) tally.rehashed += 1;
      if (await derive?.(id)) tally.rederived += 1;
    } catch (cause) {
      if (!(cause instanceof Failure) || !isOfPicture(cause.code)) throw cause;
      tally.wrong.push({ id, code: cause.code });
    }
    tally.pictures += 1;
  };

/**
 * Makes derived things again for every image, in the order of their ids; what is done by the time it is stopped stays done.
 * Masters are read and never written.
 * @throws Failure `rebuild-running`, `config-invalid` where the feed is no folder of this machine
 */
export async function rebuildAll(order: Rebuilding): Promise<RebuildReport> {
  const { config, wanted, signal } = order;
  const { mastersDir, feedUrl } = config;
  const files = wanted.sizes || wanted.access;
  if (files && /^https?:/.test(feedUrl))
    throw new Failure('config-invalid', { variable: 'FEED_URL', value: feedUrl, expected: 'path' });
  await using studio = await openStudio(config);
  using lease = tryLease(join(mastersDir, 'rebuild'));
  if (!lease) throw new Failure('rebuild-running');
  await using decoders = decodersOf({ mastersDir, baseDir: root, atRest: atRestOf(config) });
  using ledger = openLedger(config.gateDir);
  const { payload } = studio;
  const committed = openCommitted(payload);
  const putBlob = (bytes: Uint8Array) => storeBlob(feedUrl, bytes, () => undefined);
  const { renderings, derivations } = ledger;
  const parts = { payload, committed, renderings, derivations, ...{ decoders, putBlob } };
  const makers: Makers = {
    hash: wanted.hash ? async (id) => (await hashAgain(payload, decoders, id)) === 'changed' : null,
    derive: files ? async (id) => (await deriveAgain(parts, id, wanted)) === 'changed' : null,
  };
  const tally: Tally = { pictures: 0, rehashed: 0, rederived: 0, wrong: [] };
  await eachImage(order, committed, remaking(makers, tally));
  return { ...tally, stopped: signal.aborted };
}

const nameOf = (wanted: Rebuilding['wanted']): string =>
  Object.entries(wanted)
    .flatMap(([name, is]) => (is ? [name] : []))
    .join(' ');

type Committed = Pick<ReturnType<typeof openCommitted>, 'ids' | 'count'>;

/** Goes through all images from where an earlier run stopped, and notes how far it is after each portion. */
async function eachImage(order: Rebuilding, committed: Committed, remake: (id: string) => Promise<void>) {
  const { config, wanted, signal, onProgress } = order;
  const { mastersDir } = config;
  const before = await readState(mastersDir, nameOf(wanted));
  if (before) order.onResumed(before.began);
  const state = before ?? { wanted: nameOf(wanted), began: new Date().toISOString(), after: null };
  const ofPictures = await committed.count('images');
  const began = performance.now();
  let pictures = 0;
  for (let after = state.after; ; ) {
    const ids = await committed.ids('images', after, portion);
    const waiting = [...ids];
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined && !signal.aborted; id = waiting.shift()) {
        await remake(id);
        pictures += 1;
        onProgress({ pictures, ofPictures, milliseconds: performance.now() - began });
      }
    };
    await Promise.all(Array.from({ length: usualBounds.processes }, work));
    // A portion that was stopped in the middle is done again as a whole: that changes nothing twice
    if (signal.aborted) return;
    if (ids.length < portion) return forgetState(mastersDir);
    after = ids.at(-1) ?? after;
    await writeState(mastersDir, { ...state, after });
  }
}
