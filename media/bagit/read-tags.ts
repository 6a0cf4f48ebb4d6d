import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BagInfo, readInfo } from './bag-info.ts';
import { type Declaration, declarationFile, readDeclaration } from './declaration.ts';
import { type BagFault, bagFault } from './faults.ts';
import { type Fetch, fetchFile, readFetchList } from './fetch-list.ts';
import type { Listing } from './list-bag.ts';
import { type Manifest, manifestNamed, readManifest } from './manifest.ts';
import { readTagText } from './tag-text.ts';

/** What the tag files of a bag say. */
export interface Tags {
  readonly declared: Declaration;
  readonly manifests: readonly Manifest[];
  readonly fetches: readonly Fetch[];
  readonly info: BagInfo;
  /** Name of the file that holds `info`. */
  readonly infoFile: string;
  readonly faults: readonly BagFault[];
}

/** Bytes of the largest tag file that is read: a manifest of two million files. */
const largest = 256 * 1024 * 1024;

/** Until 0.95 it had another name. */
const infoNames = ['bag-info.txt', 'package-info.txt'] as const;

interface Reader {
  readonly faults: BagFault[];
  /** @returns null for a file that is not there or cannot be read, which is then among the faults */
  text(file: string, encoding: string): Promise<string | null>;
}

const readerOf = (dir: string, { files }: Listing): Reader => {
  const faults: BagFault[] = [];
  const text = async (file: string, encoding: string): Promise<string | null> => {
    const bytes = files.get(file);
    if (bytes === undefined) return null;
    if (bytes > largest) {
      faults.push(bagFault('tag-too-large', file, { megabytes: largest / 2 ** 20 }));
      return null;
    }
    const found = await readFile(join(dir, file)).catch(() => null);
    const read = found && readTagText(found, encoding);
    if (found === null) faults.push(bagFault('file-unreadable', file));
    else if (!read) faults.push(bagFault('encoding-broken', file, { encoding }));
    else if (read.hasMark && /^utf-?8$/i.test(encoding)) faults.push(bagFault('byte-order-mark', file));
    return read ? read.text : null;
  };
  return { faults, text };
};

const declarationOf = async (dir: string, { files }: Listing) => {
  const bytes = files.get(declarationFile);
  // A declaration has two short lines; whatever is longer is none
  const isRead = bytes !== undefined && bytes < 4096;
  return readDeclaration(
    isRead ? await readFile(join(dir, declarationFile)) : bytes === undefined ? null : Buffer.alloc(0),
  );
};

const manifestsOf = async ({ files }: Listing, { text, faults }: Reader, { version, encoding }: Declaration) => {
  const manifests: Manifest[] = [];
  for (const file of files.keys()) {
    const about = manifestNamed(file);
    const said = about && (await text(file, encoding));
    if (!about || said === null) continue;
    const read = readManifest(about, said, version);
    faults.push(...read.faults);
    manifests.push(read.manifest);
  }
  return manifests;
};

/** Reads every tag file that the specification knows of, whatever is wrong with the others. */
export const readTags = async (dir: string, listing: Listing): Promise<Tags> => {
  const reader = readerOf(dir, listing);
  const { declared, faults } = await declarationOf(dir, listing);
  const manifests = await manifestsOf(listing, reader, declared);
  const fetchText = await reader.text(fetchFile, declared.encoding);
  const fetching = readFetchList(fetchText ?? '', declared.version);
  const infoFile = infoNames.find((name) => listing.files.has(name)) ?? infoNames[0];
  const { info, faults: infoFaults } = readInfo(infoFile, (await reader.text(infoFile, declared.encoding)) ?? '');
  return {
    ...{ declared, manifests, info, infoFile, fetches: fetching.fetches },
    faults: [...faults, ...reader.faults, ...fetching.faults, ...infoFaults],
  };
};
