import { createReadStream } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '#config/config.ts';
import { type OurBag, readOurBag } from '#editorial/archive/bag/read-our-bag.ts';
import { restoreAlbums } from '#editorial/archive/bag/restore-albums.ts';
import { restorePicture } from '#editorial/archive/bag/restore-picture.ts';
import { restoreReferences } from '#editorial/archive/bag/restore-references.ts';
import { type Defaults, type Fate, ingestPiece } from '#editorial/archive/ingest.ts';
import { isLitter } from '#editorial/archive/litter.ts';
import { originOf } from '#editorial/archive/origin.ts';
import type { Piece } from '#editorial/archive/piece.ts';
import { referencesBySlug } from '#editorial/archive/references-by-slug.ts';
import { atRestOf } from '#editorial/at-rest/at-rest-of.ts';
import { decodersOf } from '#editorial/decoders.ts';
import { tryLease } from '#editorial/gate/lease.ts';
import { Failure } from '#errors/failure.ts';
import { type Checking, type Validation, validateBag } from '#media/bagit/validate.ts';
import { openMasterStore } from '#media/intake/master-store.ts';
import { openStudio } from '../open-studio.ts';
import { root } from '../root.ts';
import type { IngestReport } from './ingest-report.ts';
import type { IngestProgress } from './progress-line.ts';
import { takeInAll } from './take-in-all.ts';

export interface UnbagCommand {
  /** Asked for only where something is taken in: a bag can be checked without an installation. */
  readonly config: () => Config;
  readonly source: string;
  readonly checkOnly: boolean;
  readonly report: string;
  /** For bags of other authors. */
  readonly defaults: Defaults;
  readonly signal: AbortSignal;
  readonly onChecked: (checking: Checking & { readonly milliseconds: number }) => void;
  readonly onProgress: (progress: IngestProgress) => void;
}

/** What a bag is, and what became of its files; null where nothing was to be taken in. */
export interface UnbagReport {
  /** Null where the check was stopped before its end. */
  readonly validation: Validation | null;
  readonly isOurs: boolean;
  readonly taken: IngestReport | null;
}

const check = async ({ source, signal, onChecked }: UnbagCommand): Promise<Validation | null> => {
  const began = performance.now();
  const onProgress = (done: Checking) => onChecked({ ...done, milliseconds: performance.now() - began });
  try {
    return await validateBag(resolve(source), { signal, onProgress });
  } catch (cause) {
    if (!signal.aborted) throw cause;
    return null;
  }
};

/** Files of a bag of another author, without what computers leave in folders. */
const piecesOf = (dir: string, { payload }: Validation): Piece[] =>
  [...payload]
    .filter(([path]) => !path.split('/').some(isLitter))
    .map(([path, bytes]) => ({
      ...{ name: path.slice('data/'.length).normalize('NFC'), bytes },
      open: async () => createReadStream(join(dir, path)),
    }));

/** Folders of pictures with the bytes in them. */
const foldersOf = ({ folders }: OurBag, { payload }: Validation): { name: string; path: string; bytes: number }[] => {
  const sizes = new Map<string, number>();
  for (const [path, bytes] of payload) sizes.set(dirname(path), (sizes.get(dirname(path)) ?? 0) + bytes);
  return folders.map((path) => ({ name: path, path, bytes: sizes.get(path) ?? 0 }));
};

/** Whatever anybody says of a strange picture, somebody has to look at it. */
const needsAttention = (fate: Fate): Fate => (fate.outcome === 'stored' ? { ...fate, outcome: 'attention' } : fate);

const takeIn = async (command: UnbagCommand, found: Validation, ours: OurBag | null): Promise<IngestReport> => {
  const { report, signal, onProgress, defaults } = command;
  const config = command.config();
  const dir = resolve(command.source);
  await using studio = await openStudio(config);
  const { payload } = studio;
  const atRest = atRestOf(config);
  const store = await openMasterStore(config.mastersDir, atRest);
  using lease = tryLease(join(config.mastersDir, 'ingest'));
  if (!lease) throw new Failure('ingest-running');
  await using decoders = decodersOf({ mastersDir: config.mastersDir, baseDir: root, atRest });
  const parts = { payload, store, decoders };
  const common = { report, signal, onProgress };
  if (ours) {
    const known = await restoreReferences(payload, ours.references);
    const albums = await restoreAlbums(payload, ours.references, known);
    const restoring = { ...parts, dir, info: found.info, known, albums, ids: ours.ids };
    const pieces = foldersOf(ours, found);
    const taken = await takeInAll({ ...common, pieces, work: ({ path }) => restorePicture(restoring, path) });
    return { ...taken, dryRun: false, skipped: [] };
  }
  const references = referencesBySlug(payload);
  const origin = ({ name }: Piece) => originOf(store, found.info, { file: name });
  const ingest = { ...parts, references, manifest: new Map(), defaults, dryRun: false, originOf: origin };
  const work = async (piece: Piece) => needsAttention(await ingestPiece(ingest, piece));
  return {
    ...(await takeInAll({ ...common, pieces: piecesOf(dir, found), work })),
    dryRun: false,
    skipped: [],
  };
};

/**
 * Checks a bag of any author, and takes it in where it is valid: one of ours as it was, any other as pictures that somebody
 * has to look at.
 * @throws Failure `source-missing`, `bag-format-newer`, `bag-record-malformed`, `ingest-running`
 */
export const unbagAll = async (command: UnbagCommand): Promise<UnbagReport> => {
  const validation = await check(command);
  if (!validation?.isValid) return { validation, isOurs: false, taken: null };
  const ours = await readOurBag(resolve(command.source), validation.payload.keys());
  const isOurs = ours !== null;
  if (command.checkOnly) return { validation, isOurs, taken: null };
  return { validation, isOurs, taken: await takeIn(command, validation, ours) };
};
