import type { PayloadRequest } from 'payload';
import { joinOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { openBagWriter } from '#media/bagit/bag-writer.ts';
import { isCounted } from '../../copies/counted.ts';
import { numberedOf, openBagCopies, refuseLacking } from './bag-copies.ts';
import { type Chosen, choosePictures } from './choose-pictures.ts';
import { type BagAbout, bagFile, formatVersion, jsonBytes, type References, referencesFile } from './format.ts';
import { type Bag, type BagOrder, copyOf, putPicture } from './put-picture.ts';
import { type AlbumsWithin, albumsWithin } from './read-albums.ts';
import { describe, type PictureFacts, readPictures } from './read-pictures.ts';
import { noReferences, noteReferences, type Referred, readReferences } from './read-references.ts';
import { namesFor, noteOut, noteOutEach, settle } from './settle.ts';

/** What became of a bag. Where masters are wrong it is not finished. */
export interface Filled {
  readonly pictures: number;
  readonly bytes: number;
  /** Numbers of the copies that are in it. */
  readonly copies: readonly number[];
  /** Those that were entered and came out again, as what they are of is marked otherwise by now. */
  readonly out: readonly number[];
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

/** Albums as they go along: those that are counted under numbers, too. @throws Failure `copy-changed` for what was marked otherwise just now */
const numberedAlbums = async (
  { copies }: Bag,
  albums: References['albums'],
  within: AlbumsWithin,
): Promise<References['albums']> => {
  const all: References['albums'] = [];
  for (const album of albums) {
    const marking = within.get(album.id);
    const copy = marking && isCounted(marking) ? await copies.of(marking) : undefined;
    if (copy === null) throw new Failure('copy-changed');
    all.push({ ...album, ...(copy && { copy: numberedOf(copy) }) });
  }
  return all;
};

/** The albums that may be told of: those that are counted only where a permission stands for them. */
const albumsFor = async ({ req, upTo, copies }: Pick<Bag, 'req' | 'upTo' | 'copies'>): Promise<AlbumsWithin> => {
  const within = await albumsWithin(req, upTo);
  const lacking = new Set((await copies.lacking(within.values())).map(({ subjectId }) => subjectId));
  return new Map([...within].filter(([id]) => !lacking.has(id)));
};

const finish = async (
  order: Bag,
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
  const covered = read.albums.map((one) => ({ ...one, cover: coverOf(one.cover) }));
  const references = { ...read, albums: await numberedAlbums(order, covered, albums) };
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

interface Written {
  readonly put: ReadonlySet<string>;
  readonly referred: Referred;
  readonly wrong: readonly string[];
}

/** Writes what was chosen, a portion at a time. What is marked otherwise since it was chosen, and counted, stays out. */
const writeAll = async (order: Bag, chosen: readonly Chosen[], albums: AlbumsWithin): Promise<Written> => {
  const count = counterOf(order, chosen);
  const [wrong, put, referred] = [[] as string[], new Set<string>(), noReferences()];
  for (let from = 0; from < chosen.length; from += portion) {
    const some = new Map(chosen.slice(from, from + portion).map((one) => [one.id, one]));
    await noteOutEach(order, [...some.values()]);
    for (const facts of await readPictures(order.req, [...some.keys()], namesFor(order.upTo))) {
      order.signal.throwIfAborted();
      const copy = await copyOf(order, some.get(facts.image.id)?.marking ?? facts.marking, facts);
      if (copy === null) continue;
      wrong.push(...(await putPicture(order, albums, facts, copy, count.bytes)));
      noteAll(referred, facts, albums);
      put.add(facts.image.id);
      count.picture();
    }
  }
  return { put, referred, wrong };
};

const bytesOf = (kept: readonly Chosen[]): number => kept.reduce((sum, one) => sum + one.bytes, 0);

/** Numbers of copies, of what is in the bag and of what came out again. */
const numbersOf = ({ copies }: Bag, isIn: (name: string) => boolean): Pick<Filled, 'copies' | 'out'> => {
  const all = [...copies.made].map(([name, { number }]) => ({ number, isIn: isIn(name) }));
  const sorted = all.toSorted((one, other) => one.number - other.number);
  return {
    copies: sorted.filter((one) => one.isIn).map(({ number }) => number),
    out: sorted.filter((one) => !one.isIn).map(({ number }) => number),
  };
};

/**
 * Writes the chosen pictures into a bag and puts it in its place, unless a master is damaged or missing: then it stays where
 * it is written, and the next run goes on. What is counted comes in under a permission of the person alone, as a numbered copy.
 * @throws Failure `selection-empty`; `bag-needs-permissions`, before anything is written; `bag-exists`; what `signal` aborts with
 */
export const fillBag = async (asked: BagOrder): Promise<Filled> => {
  const { req, out, as } = asked;
  const chosen = await choosePictures(req, asked.where, asked.upTo);
  if (chosen.length === 0) throw new Failure('selection-empty');
  const copies = openBagCopies({ payload: req.payload, as, out });
  refuseLacking(await copies.lacking(chosen.map(({ marking }) => marking)));
  const order: Bag = { ...asked, copies, writer: await openBagWriter(out) };
  const before = await albumsFor(order);
  await noteOut(order, null);
  const { put, referred, wrong } = await writeAll(order, chosen, before);
  if (wrong.length > 0) return { pictures: put.size, bytes: bytesOf(chosen), ...numbersOf(order, () => true), wrong };
  const now = await albumsFor(order);
  const kept = await settle(
    order,
    chosen.filter(({ id }) => put.has(id)),
    { before, now },
  );
  if (kept.length === 0) throw new Failure('selection-empty');
  // What only a dropped picture referred to would tell of it
  await finish(order, kept, kept.length < put.size ? await referredBy(req, kept, now) : referred, now);
  const ids = new Set(kept.map(({ id }) => `images/${id}`));
  const isIn = (name: string): boolean => !name.startsWith('images/') || ids.has(name);
  return { pictures: kept.length, bytes: bytesOf(kept), ...numbersOf(order, isIn), wrong };
};
