import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { BagInfo } from '#media/bagit/bag-info.ts';
import { type Arrival, lookAtArrival } from '#media/intake/intake.ts';
import type { MasterStore } from '#media/intake/master-store.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { lacksOf, readImages } from '../../workflow/image-facts.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import type { Restored } from '../../workflow/with-description-rules.ts';
import { type Claim, takeClaim } from '../claim.ts';
import { sayComing } from '../history/with-history.ts';
import type { Fate } from '../ingest.ts';
import { type Origin, originOf } from '../origin.ts';
import { folderOf, type PictureRecord, pictureRecord } from './format.ts';
import { inside } from './outside.ts';
import { editionsOf, factsOf } from './picture-data.ts';
import { refusalOf } from './refusal-of.ts';
import { type KnownAlbums, restoreMemberships } from './restore-albums.ts';
import type { Known } from './restore-references.ts';

export interface Restoring {
  readonly payload: Payload;
  readonly store: MasterStore;
  readonly decoders: Pick<Decoders, 'examine'>;
  /** The bag's folder and what it says of itself. */
  readonly dir: string;
  readonly info: BagInfo;
  readonly known: Known;
  readonly albums: KnownAlbums;
  /** Ids of all pictures of the bag. */
  readonly ids: ReadonlySet<string>;
}

const there = z.looseObject({
  id: z.string(),
  master: z.looseObject({ sha256: z.string() }),
  origin: z.looseObject({ pending: z.boolean().nullish() }).nullish(),
});

const json = async (path: string): Promise<unknown> => {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? null : JSON.parse(bytes.toString('utf8'));
};

/** @throws Failure `bag-record-malformed` */
const recordIn = async (folder: string): Promise<PictureRecord> => {
  try {
    return pictureRecord.parse(await json(join(folder, 'record.json')));
  } catch (cause) {
    throw new Failure('bag-record-malformed', {}, { cause });
  }
};

const originIn = async ({ store, info }: Restoring, folder: string, record: PictureRecord): Promise<Origin> => {
  try {
    const [history, origin] = [await json(join(folder, 'history.json')), await json(join(folder, 'origin.json'))];
    return originOf(store, info, { record, history, origin });
  } catch (cause) {
    throw new Failure('bag-record-malformed', {}, { cause });
  }
};

/** The picture of this id here, if what is here is what the bag has. */
const foundHere = async (req: PayloadRequest, { id, master }: PictureRecord) => {
  const found: unknown = await req.payload.db.findOne({ collection: 'images', where: { id: { equals: id } }, req });
  if (!found) return null;
  const image = there.parse(found);
  if (image.master.sha256 !== master.sha256) throw new Failure('bag-id-taken', { id });
  if (!image.origin?.pending) throw new Failure('image-exists', { id, title: id.slice(0, 8) });
  return image;
};

/** The same bytes may stand in a bag twice, under two records; under a record of other origin they are not taken in again. */
const refuseOthers = async (req: PayloadRequest, { ids }: Restoring, sha256: string): Promise<void> => {
  const where = { 'master.sha256': { equals: sha256 } };
  const { docs } = await req.payload.db.find({ collection: 'images', where, limit: 0, pagination: false, req });
  const other = docs.find(({ id }) => !ids.has(String(id)));
  if (other) throw new Failure('image-exists', { id: String(other.id), title: String(other.id).slice(0, 8) });
};

const isPerson = async (req: PayloadRequest, id: string | undefined): Promise<boolean> =>
  id !== undefined &&
  (await req.payload.db.findOne({ collection: 'users', where: { id: { equals: id } }, req })) !== null;

/** The record as the rules of the studio make one, under the id and with the marking that it had. */
const begin = async (
  req: PayloadRequest,
  restoring: Restoring,
  record: PictureRecord,
  arrival: Arrival,
  origin: Origin,
): Promise<void> => {
  const [[locale, words] = ['vi' as const, {}]] = await editionsOf(req, record);
  const { sha256, bytes, type, width, height, pages, display, filename } = arrival;
  const createdBy = (await isPerson(req, record.createdBy?.id)) ? (record.createdBy?.id ?? null) : null;
  const restored: Restored = { id: record.id, marking: record.marking, createdBy };
  const pending = { sha256: origin.sha256, bytes: origin.bytes, pending: true };
  const master = { sha256, bytes, type, width, height, pages, display, filename };
  const likeness = { hash: arrival.likeness, compared: false };
  const taken = { master, thumbhash: record.thumbhash ?? arrival.thumbhash, likeness, origin: pending };
  // A run that was killed may have left the marking of a record that never came to be: there must be one only
  const orphans: Where = { and: [{ subjectType: { equals: 'images' } }, { subjectId: { equals: record.id } }] };
  await req.payload.db.deleteMany({ collection: 'markings', where: orphans, req });
  sayComing(req, { door: 'bag', file: folderOf(record.id), tools: arrival.tools });
  const data = { ...words, ...factsOf(restoring.known, record) } as never;
  await req.payload.create({
    collection: 'images',
    data,
    locale,
    depth: 0,
    overrideAccess: true,
    context: { restored, taken },
    req,
  });
};

/** What a first save cannot say: the other languages, former addresses, dates. Done twice it does no harm. */
const complete = async (req: PayloadRequest, record: PictureRecord, origin: Origin): Promise<void> => {
  const [, ...others] = await editionsOf(req, record);
  for (const [locale, words] of others)
    await req.payload.update({
      collection: 'images',
      id: record.id,
      data: words as never,
      locale,
      depth: 0,
      overrideAccess: true,
      req,
    });
  const { createdAt, updatedAt, revision } = record;
  const whole = { sha256: origin.sha256, bytes: origin.bytes, pending: false };
  const data = { formerSlugs: inside(record.formerSlugs), createdAt, updatedAt, revision, origin: whole };
  await req.payload.db.updateOne({ collection: 'images', id: record.id, data, req, returning: false });
};

/** The bytes of the master, opened when they are asked for. @throws Failure `bag-record-malformed` where there are none */
const masterIn = async (path: string): Promise<AsyncIterable<Uint8Array>> => {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new Failure('bag-record-malformed');
  return (async function* () {
    yield* createReadStream(path);
  })();
};

const take = async (
  req: PayloadRequest,
  restoring: Restoring,
  claim: Claim,
  folder: string,
  record: PictureRecord,
): Promise<void> => {
  const { store, decoders } = restoring;
  const here = await foundHere(req, record);
  const origin = await originIn(restoring, folder, record);
  const unlessKnown = async (sha256: string): Promise<void> => {
    if (sha256 !== record.master.sha256) throw new Failure('bag-master-other');
    await refuseOthers(req, restoring, sha256);
  };
  const about = { filename: record.master.filename, examine: decoders.examine, unlessKnown };
  await using arrival = await lookAtArrival(store, await masterIn(join(folder, record.master.file)), about);
  await inTransaction(req, async () => {
    await claim.confirm(req);
    if (!here) await begin(req, restoring, record, arrival, origin);
    await origin.keep();
    await arrival.keep(record.marking.level);
    await restoreMemberships(req, record, restoring.albums);
    await complete(req, record, origin);
  });
};

/**
 * Takes a picture of a bag of ours in again as it was: record, marking, dates, addresses, under its id. Only that it was
 * released counts for nothing here, for that is an act of two people of this place.
 * @param path of its folder, below the bag's
 * @throws what is no fault of the picture: a full disk, a store or database that is gone
 */
export const restorePicture = async (restoring: Restoring, path: string): Promise<Fate> => {
  const req = await createLocalReq({}, restoring.payload);
  const folder = join(restoring.dir, path);
  const fate = { file: path, code: null, lacks: [], id: null, sha256: null as string | null, bytes: 0, reading: null };
  let claim: Claim | null = null;
  try {
    const record = await recordIn(folder);
    const { id, master } = record;
    if (basename(path) !== id) throw new Failure('bag-record-malformed');
    fate.sha256 = master.sha256;
    fate.bytes = master.bytes;
    claim = await takeClaim(restoring.payload, master.sha256);
    await take(req, restoring, claim, folder, record);
    const [image] = await readImages(req, [id]);
    const lacks = image ? lacksOf(image) : [];
    return { ...fate, outcome: lacks.length > 0 ? 'attention' : 'stored', lacks, id };
  } catch (cause) {
    const failure = refusalOf(cause);
    if (!failure) throw cause;
    const { code, values } = failure;
    if (code === 'image-exists') return { ...fate, outcome: 'known', code, id: String(values.id) };
    return { ...fate, outcome: 'refused', code };
  } finally {
    await claim?.giveBack();
  }
};
