import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '#config/config.ts';
import { openClaims } from '#editorial/archive/claims.ts';
import { type Defaults, ingestPiece } from '#editorial/archive/ingest.ts';
import { type Description, readManifest } from '#editorial/archive/manifest.ts';
import { openFolder } from '#editorial/archive/open-folder.ts';
import type { Delivery, Piece } from '#editorial/archive/piece.ts';
import { referencesBySlug } from '#editorial/archive/references-by-slug.ts';
import { decodersOf } from '#editorial/decoders.ts';
import { tryLease } from '#editorial/gate/lease.ts';
import { Failure } from '#errors/failure.ts';
import { openMasterStore } from '#media/master-store.ts';
import { openStudio } from '../open-studio.ts';
import { root } from '../root.ts';
import type { IngestReport } from './ingest-report.ts';
import type { IngestProgress } from './progress-line.ts';
import { takeInAll } from './take-in-all.ts';

export interface IngestOrder {
  readonly config: Config;
  /** Folder with pictures. */
  readonly source: string;
  /** Path of a manifest. */
  readonly manifest: string | null;
  /** Where every file's fate is written. */
  readonly report: string;
  readonly defaults: Defaults;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IngestProgress) => void;
}

const openDelivery = async (source: string): Promise<Delivery> => {
  const found = await stat(source).catch((cause: unknown) => {
    throw new Failure('source-missing', { path: source }, { cause });
  });
  if (!found.isDirectory()) throw new Failure('source-missing', { path: source });
  return openFolder(source);
};

const manifestOf = async (path: string | null): Promise<ReadonlyMap<string, Description>> => {
  if (path === null) return new Map();
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Failure('source-missing', { path }, { cause });
  });
  return readManifest(bytes, path);
};

/** A manifest that names a file which is not there was written for another folder. */
const refuseStrangers = (manifest: ReadonlyMap<string, unknown>, { pieces }: Delivery): void => {
  const names = new Set(pieces.map(({ name }) => name));
  const stranger = [...manifest.keys()].find((name) => !names.has(name));
  if (stranger !== undefined) throw new Failure('manifest-stranger', { named: stranger });
};

/**
 * Takes in everything that a folder holds, one file after another, and writes down what became of each. What is in the
 * archive already is left alone, so that the same call goes on where an earlier one was killed.
 * @throws Failure `source-missing`, `manifest-…`, `ingest-running`
 */
export const ingestAll = async (order: IngestOrder): Promise<IngestReport> => {
  const source = resolve(order.source);
  const { config, signal, dryRun, defaults } = order;
  await using delivery = await openDelivery(source);
  const manifest = await manifestOf(order.manifest);
  refuseStrangers(manifest, delivery);
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

  const work = (piece: Piece) => ingestPiece(parts, piece);
  const taken = await takeInAll({
    pieces: delivery.pieces,
    work,
    report: order.report,
    signal,
    onProgress: order.onProgress,
  });
  return { ...taken, report: order.report, dryRun };
};
