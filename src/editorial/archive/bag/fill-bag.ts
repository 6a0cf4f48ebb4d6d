import type { PayloadRequest, Where } from 'payload';
import { type Clearance, joinOf, type Marking, sealOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import type { BagWriter } from '#media/bagit/bag-writer.ts';
import { type AtRest, isHarm } from '#media/intake/at-rest.ts';
import { openKept } from '#media/intake/kept.ts';
import { masterPath } from '#media/intake/master-store.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { commandLine } from '../../audit/command-line.ts';
import type { Derivation } from '../../gate/derivations.ts';
import { type Chosen, choosePictures } from './choose-pictures.ts';
import { type BagAbout, bagFile, folderOf, formatVersion, jsonBytes, referencesFile } from './format.ts';
import { filesOf, recordOf } from './picture-files.ts';
import { type AlbumsWithin, albumsWithin } from './read-albums.ts';
import { type BagNames, describe, type PictureFacts, readPictures } from './read-pictures.ts';
import { noReferences, noteReferences, type Referred, readReferences } from './read-references.ts';

/** How far a bag is. */
export interface Filling {
  readonly pictures: number;
  readonly ofPictures: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

export interface BagOrder {
  readonly req: PayloadRequest;
  readonly writer: BagWriter;
  readonly mastersDir: string;
  readonly mastersMirror?: string | undefined;
  readonly atRest?: AtRest | undefined;
  readonly where: Where;
  /** Nothing that is marked higher comes in. */
  readonly upTo: Marking & { readonly level: Clearance };
  /** As the operator asked for it. */
  readonly selection: string;
  readonly organization: string;
  /** What the gate made of a master, where its memory is at hand. */
  readonly derivedOf?: (sha256: string) => readonly Derivation[];
  readonly signal: AbortSignal;
  readonly onProgress: (filling: Filling) => void;
}

/** What became of a bag. Where masters are wrong it is not finished. */
export interface Filled {
  readonly pictures: number;
  readonly bytes: number;
  /** Masters that are damaged or missing, by SHA-256. */
  readonly wrong: readonly string[];
}

/** Pictures whose records are read at once. */
const portion = 20;

const counterOf = ({ onProgress, signal }: BagOrder, chosen: readonly Chosen[]) => {
  const ofBytes = chosen.reduce((sum, { bytes }) => sum + bytes, 0);
  const done = { pictures: 0, ofPictures: chosen.length, bytes: 0, ofBytes };
  return {
    bytes: (bytes: number): void => {
      signal.throwIfAborted();
      done.bytes += bytes;
      onProgress({ ...done });
    },
    picture: (): void => {
      done.pictures += 1;
      onProgress({ ...done });
    },
  };
};

async function* contentOf(path: string, atRest: AtRest | undefined): AsyncGenerator<Uint8Array> {
  yield* (await openKept(path, atRest)).body;
}

/** Copies a kept file, from the mirror where the store's own is damaged or missing. */
const copyKept = async (
  order: BagOrder,
  path: string,
  sha256: string,
  onBytes: (bytes: number) => void,
): Promise<boolean> => {
  const places = [order.mastersDir, order.mastersMirror].filter((dir) => dir !== undefined);
  for (const dir of places) {
    const from = () => contentOf(masterPath(dir, sha256), order.atRest);
    const isThere = await order.writer.copy(path, from, sha256, onBytes).catch((cause: unknown) => {
      if (isHarm(cause)) return false;
      throw cause;
    });
    if (isThere) return true;
  }
  return false;
};

/** The line of what leaves, before any of it does: of the bag as a whole, or of a picture in it. */
const noteOut = ({ req, upTo }: BagOrder, documentId: string | null): Promise<void> => {
  const about = `form=bag upto=${upTo.level}`;
  return writeAudit(req, { action: 'export', collection: 'images', documentId, who: commandLine(), about });
};

const isOpen = ({ marking }: Chosen): boolean => marking.level === 'public' && marking.compartments.length === 0;

/** Lines of pictures that not everybody may see: of the others the line of the bag tells enough. */
const noteOutEach = async (order: BagOrder, chosen: readonly Chosen[]): Promise<void> => {
  for (const one of chosen) if (!isOpen(one)) await noteOut(order, one.id);
};

/** @returns the SHA-256 of what is wrong */
const putPicture = async (
  order: BagOrder,
  albums: AlbumsWithin,
  facts: PictureFacts,
  onBytes: (bytes: number) => void,
): Promise<string[]> => {
  const record = recordOf(facts, albums);
  const folder = folderOf(record.id);
  const { sha256, file } = record.master;
  const origin = facts.image.origin?.sha256 ?? null;
  const derived = order.derivedOf?.(sha256) ?? [];
  const isThere = await copyKept(order, `${folder}/${file}`, sha256, onBytes);
  const hasOrigin = origin === null || (await copyKept(order, `${folder}/origin.json`, origin, () => undefined));
  for (const [name, content] of filesOf(facts, record, derived, albums))
    await order.writer.put(`${folder}/${name}`, content);
  return [...(isThere ? [] : [sha256]), ...(hasOrigin ? [] : [origin])];
};

/** What leaves the house for everybody names nobody whom the public may not be told of. */
const namesFor = ({ level }: Marking): BagNames => (level === 'public' ? 'told' : 'all');

/**
 * What was marked too high or taken away meanwhile comes out again; what was marked otherwise is written anew, and so is all
 * where an album was marked too high. What everybody might see until then has its line now.
 * @returns what stays, as it is now marked
 */
const settle = async (
  order: BagOrder,
  put: readonly Chosen[],
  albums: { readonly before: AlbumsWithin; readonly now: AlbumsWithin },
): Promise<Chosen[]> => {
  const { req, where, upTo, writer } = order;
  const still = new Map((await choosePictures(req, where, upTo)).map((one) => [one.id, one]));
  for (const { id } of put) if (!still.has(id)) writer.drop(folderOf(id));
  const stays = put.flatMap(({ id }) => still.get(id) ?? []);
  const wereOpen = new Set(put.filter(isOpen).map(({ id }) => id));
  await noteOutEach(
    order,
    stays.filter(({ id }) => wereOpen.has(id)),
  );
  const before = new Map(put.map(({ id, marking }) => [id, sealOf(marking)]));
  const isLess = [...albums.before.keys()].some((id) => !albums.now.has(id));
  const changed = stays.filter(({ id, marking }) => isLess || before.get(id) !== sealOf(marking));
  for (const { id } of changed)
    for (const facts of await readPictures(req, [id], namesFor(upTo)))
      await putPicture(order, albums.now, facts, () => undefined);
  return stays;
};

const finish = async (
  order: BagOrder,
  chosen: readonly Chosen[],
  referred: Referred,
  albums: AlbumsWithin,
): Promise<void> => {
  const { writer, selection, organization, req, upTo } = order;
  const made = new Date().toISOString();
  const about: BagAbout = {
    ...{ format: 'benthanh-bag', version: formatVersion, selection, upTo: upTo.level },
    ...{ compartments: [...upTo.compartments], pictures: chosen.length, made },
  };
  const read = await readReferences(req, referred, albums);
  const here = new Set(chosen.map(({ id }) => id));
  // A cover that is not in the bag is not named in it either
  const coverOf = (cover: string | null) => (cover !== null && here.has(cover) ? cover : null);
  const references = { ...read, albums: read.albums.map((one) => ({ ...one, cover: coverOf(one.cover) })) };
  await writer.put(referencesFile, jsonBytes(references));
  await writer.put(bagFile, jsonBytes(about));
  const { level, compartments } = joinOf([...chosen, ...references.albums].map(({ marking }) => marking));
  await writer.finish([
    ['Source-Organization', organization],
    ['Bagging-Date', made.slice(0, 'yyyy-mm-dd'.length)],
    ['External-Description', selection],
    ['Bag-Software-Agent', 'Bến Thành, npx benthanh archive bag'],
    // What holds the files is as confidential as they are
    ['Marking', [level, ...compartments].join(' ')],
  ]);
};

const noteAll = (referred: Referred, { image, history, memberships }: PictureFacts, albums: AlbumsWithin): void => {
  for (const { album } of memberships) if (albums.has(album)) referred.albums.add(album);
  noteReferences(referred, describe(image));
  for (const { description } of history.versions) noteReferences(referred, description);
};

const referredBy = async (req: PayloadRequest, kept: readonly Chosen[], albums: AlbumsWithin): Promise<Referred> => {
  const referred = noReferences();
  for (let from = 0; from < kept.length; from += portion) {
    const ids = kept.slice(from, from + portion).map(({ id }) => id);
    for (const facts of await readPictures(req, ids)) noteAll(referred, facts, albums);
  }
  return referred;
};

/**
 * Writes the chosen pictures into a bag and puts it in its place, unless a master is damaged or missing: then it stays where
 * it is written, and the next run goes on.
 * @throws Failure `selection-empty`; what `signal` aborts with
 */
export const fillBag = async (order: BagOrder): Promise<Filled> => {
  const chosen = await choosePictures(order.req, order.where, order.upTo);
  if (chosen.length === 0) throw new Failure('selection-empty');
  const count = counterOf(order, chosen);
  const before = await albumsWithin(order.req, order.upTo);
  const [wrong, put, all] = [[] as string[], new Set<string>(), noReferences()];
  await noteOut(order, null);
  for (let from = 0; from < chosen.length; from += portion) {
    const some = chosen.slice(from, from + portion);
    await noteOutEach(order, some);
    const ids = some.map(({ id }) => id);
    for (const facts of await readPictures(order.req, ids, namesFor(order.upTo))) {
      order.signal.throwIfAborted();
      wrong.push(...(await putPicture(order, before, facts, count.bytes)));
      noteAll(all, facts, before);
      put.add(facts.image.id);
      count.picture();
    }
  }
  const bytes = (kept: readonly Chosen[]) => kept.reduce((sum, one) => sum + one.bytes, 0);
  if (wrong.length > 0) return { pictures: put.size, bytes: bytes(chosen), wrong };
  const now = await albumsWithin(order.req, order.upTo);
  const written = chosen.filter(({ id }) => put.has(id));
  const kept = await settle(order, written, { before, now });
  if (kept.length === 0) throw new Failure('selection-empty');
  // What only a dropped picture referred to would tell of it
  await finish(order, kept, kept.length < put.size ? await referredBy(order.req, kept, now) : all, now);
  return { pictures: kept.length, bytes: bytes(kept), wrong };
};
