import { join } from 'node:path';
import type { Config } from '#config/config.ts';
import { type Defaults, goesIntoAlbums, ingestPiece, putIntoAlbums } from '#editorial/archive/ingest.ts';
import type { Piece } from '#editorial/archive/piece.ts';
import { referencesBySlug } from '#editorial/archive/references-by-slug.ts';
import { turnsOf } from '#editorial/archive/turns.ts';
import { atRestOf } from '#editorial/at-rest/at-rest-of.ts';
import { decodersOf } from '#editorial/decoders.ts';
import { tryLease } from '#editorial/gate/lease.ts';
import { Failure } from '#errors/failure.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import { openStudio } from '../open-studio.ts';
import { root } from '../root.ts';
import type { IngestReport } from './ingest-report.ts';
import { openDescribed } from './open-delivery.ts';
import type { IngestProgress } from './progress-line.ts';
import { takeInAll } from './take-in-all.ts';

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
 * @throws Failure `source-missing`, `manifest-…`, `zip-…`, `ingest-running`; what ends it once it has begun stands in the report
 */
export const ingestAll = async (order: IngestOrder): Promise<IngestReport> => {
  const { config, signal, dryRun, defaults } = order;
  const { delivery: opened, manifest } = await openDescribed(order.source, order.manifest);
  await using delivery = opened;
  await using studio = await openStudio(config);
  const atRest = atRestOf(config);
  const store = await openMasterStore(config.mastersDir, atRest);
  // Two at once would show two bars and write two reports of the same work
  using lease = tryLease(join(config.mastersDir, 'ingest'));
  if (!lease) throw new Failure('ingest-running');
  await using decoders = decodersOf({ mastersDir: config.mastersDir, baseDir: root, atRest });
  const references = referencesBySlug(studio.payload);
  if (defaults.agency) await references.idOf('agencies', defaults.agency);
  if (defaults.album) await references.idOf('albums', defaults.album);
  if (defaults.rightsRecord) await references.idOf('rights', defaults.rightsRecord);
  const parts = { payload: studio.payload, store, decoders, references, manifest, defaults, dryRun };

  // Several are taken in at once; into an album they go in the order of the files
  const turns = turnsOf(delivery.pieces);
  const work = async (piece: Piece) => {
    try {
      const fate = await ingestPiece(parts, piece);
      if (!goesIntoAlbums(parts, piece.name)) return fate;
      await turns.wait(piece);
      await putIntoAlbums(parts, fate);
      return fate;
    } finally {
      turns.leave(piece);
    }
  };
  const taken = await takeInAll({
    pieces: delivery.pieces,
    work,
    report: order.report,
    signal,
    onProgress: order.onProgress,
  });
  return { ...taken, dryRun, skipped: delivery.skipped };
};
