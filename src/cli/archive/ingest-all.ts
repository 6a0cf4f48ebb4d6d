import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config/config.ts';
import { openClaims } from '#editorial/archive/claims.ts';
import { type Defaults, type Fate, ingestPiece } from '#editorial/archive/ingest.ts';
import { referencesBySlug } from '#editorial/archive/references-by-slug.ts';
import { decodersOf } from '#editorial/decoders.ts';
import { tryLease } from '#editorial/gate/lease.ts';
import { Failure } from '#errors/failure.ts';
import { openMasterStore } from '#media/master-store.ts';
import { usualBounds } from '#media/sandbox/decoder-bounds.ts';
import { openStudio } from '../open-studio.ts';
import { root } from '../root.ts';
import { fatesCsv } from './fates-csv.ts';
import type { IngestReport } from './ingest-report.ts';
import { openDescribed } from './open-delivery.ts';
import type { IngestProgress } from './progress-line.ts';

export interface IngestOrder {
  readonly config: Config;
  /** Folder or ZIP with pictures. */
  readonly source: string;
  /** Path of a manifest, or its name in what is taken in. */
  readonly manifest: string | null;
  /** Where every file's fate is written. */
  readonly report: string;
  readonly defaults: Defaults;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IngestProgress) => void;
}

/**
 * Takes in everything that a folder or a ZIP holds, one file after another, and writes down what became of each. What is in the
 * archive already is left alone, so that the same call goes on where an earlier one was killed.
 * @throws Failure `source-missing`, `manifest-…`, `zip-…`, `ingest-running`
 */
export const ingestAll = async (order: IngestOrder): Promise<IngestReport> => {
  const { config, signal, dryRun, defaults } = order;
  const { delivery: opened, manifest } = await openDescribed(order.source, order.manifest);
  await using delivery = opened;
  await using studio = await openStudio(config);
  const store = await openMasterStore(config.mastersDir);
  // Two at once would each find the same picture missing
  using lease = tryLease(join(config.mastersDir, 'ingest'));
  if (!lease) throw new Failure('ingest-running');
  await using decoders = decodersOf({ mastersDir: config.mastersDir, baseDir: root });
  const references = referencesBySlug(studio.payload);
  if (defaults.agency) await references.idOf('agencies', defaults.agency);
  const parts = {
    payload: studio.payload,
    store,
    decoders,
    references,
    manifest,
    defaults,
    dryRun,
    claims: openClaims(),
  };

  const fates: Fate[] = [];
  const began = performance.now();
  const ofBytes = delivery.pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  let bytes = 0;
  const tell = () => {
    const milliseconds = performance.now() - began;
    order.onProgress({ files: fates.length, ofFiles: delivery.pieces.length, bytes, ofBytes, milliseconds });
  };
  const waiting = [...delivery.pieces];
  /** A full disk or a store that is gone is no fault of one file: nothing more is begun. */
  const giveUp = (cause: unknown): never => {
    waiting.length = 0;
    throw cause;
  };
  const work = async (): Promise<void> => {
    for (let piece = waiting.shift(); piece && !signal.aborted; piece = waiting.shift()) {
      fates.push(await ingestPiece(parts, piece).catch(giveUp));
      bytes += piece.bytes;
      tell();
    }
  };
  // What is in hand is brought to its end before anything is closed under it
  const ends = await Promise.allSettled(Array.from({ length: usualBounds.processes }, work));
  const broken = ends.find((end) => end.status === 'rejected');
  const written = writeFile(order.report, fatesCsv(fates));
  if (broken) {
    // What was done is told even then, where the disk still takes it
    await written.catch(() => undefined);
    throw broken.reason;
  }
  await written;
  const left = delivery.pieces.length - fates.length;
  return { fates, report: order.report, dryRun, left, skipped: delivery.skipped };
};
