import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import type { Algorithm } from './algorithms.ts';
import { type BagInfo, checkOxum } from './bag-info.ts';
import { compareListing, type Expected } from './completeness.ts';
import { type BagFault, bagFault, isError } from './faults.ts';
import { hashFile } from './hash-file.ts';
import { type Listing, listBag } from './list-bag.ts';
import { clashesAmong, namesOf } from './names.ts';
import { readTags } from './read-tags.ts';

/** How far a validation is. */
export interface Checking {
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

/** What a validation found. */
export interface Validation {
  readonly isValid: boolean;
  readonly version: string;
  readonly encoding: string;
  /** Algorithms of the payload manifests that were checked. */
  readonly algorithms: readonly Algorithm[];
  readonly info: BagInfo;
  /** Files of the payload with their bytes, by path. */
  readonly payload: ReadonlyMap<string, number>;
  readonly faults: readonly BagFault[];
}

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (checking: Checking) => void;
}

/** Reads every listed file once, whatever number of manifests list it, and compares. */
const checkSums = async (
  dir: string,
  { files }: Listing,
  expected: ReadonlyMap<string, readonly Expected[]>,
  { signal, onProgress }: Watch,
): Promise<BagFault[]> => {
  const faults: BagFault[] = [];
  const ofBytes = [...expected.keys()].reduce((sum, path) => sum + (files.get(path) ?? 0), 0);
  const done = { files: 0, ofFiles: expected.size, bytes: 0, ofBytes };
  const onBytes = (bytes: number) => {
    done.bytes += bytes;
    onProgress({ ...done });
  };
  for (const [path, all] of expected) {
    signal.throwIfAborted();
    const algorithms = [...new Set(all.flatMap(({ manifest }) => manifest.algorithm ?? []))];
    const read = await hashFile(join(dir, path), algorithms, onBytes, signal).catch(() => null);
    signal.throwIfAborted();
    if (!read) faults.push(bagFault('file-unreadable', path));
    for (const { manifest, digest } of read ? all : []) {
      const { algorithm, file } = manifest;
      if (algorithm && read?.digests[algorithm] !== digest)
        faults.push(bagFault('checksum-wrong', path, { manifest: file }));
    }
    done.files += 1;
    onProgress({ ...done });
  }
  return faults;
};

const payloadOf = ({ files }: Listing): Map<string, number> =>
  new Map([...files].filter(([path]) => path.startsWith('data/')));

/**
 * Looks at a bag of any author, BagIt 0.93 to 1.0, and lists everything that is wrong with it. Nothing is fetched, no link is
 * followed, nothing is written.
 * @throws Failure `source-missing` where there is no such folder; what `signal` aborts with
 */
export const validateBag = async (dir: string, watch: Watch): Promise<Validation> => {
  const isFolder = await stat(dir).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Failure('source-missing', { path: dir });
  const listing = await listBag(dir);
  const tags = await readTags(dir, listing);
  const names = namesOf(listing.files.keys());
  const { expected, faults: incomplete } = compareListing(listing, tags, names);
  const payload = payloadOf(listing);
  const bytes = [...payload.values()].reduce((sum, one) => sum + one, 0);
  const isWhole = incomplete.every(({ code }) => code !== 'fetch-pending');
  const oxum = isWhole ? checkOxum(tags.infoFile, tags.info, { bytes, files: payload.size }) : [];
  const faults = [
    ...listing.faults,
    ...tags.faults,
    ...incomplete,
    ...oxum,
    ...names.remarks(),
    ...clashesAmong(payload.keys()),
    ...(await checkSums(dir, listing, expected, watch)),
  ];
  const { version, encoding } = tags.declared;
  return {
    isValid: !faults.some(isError),
    version: `${version.major}.${version.minor}`,
    encoding,
    algorithms: tags.manifests.flatMap(({ kind, algorithm }) => (kind === 'payload' && algorithm ? [algorithm] : [])),
    info: tags.info,
    payload,
    faults,
  };
};
