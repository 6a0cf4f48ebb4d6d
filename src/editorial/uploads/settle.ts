import { createLocalReq, type Payload, type PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { isOfMachine } from '#errors/of-the-machine.ts';
import type { MasterStore } from '#media/intake/master-store.ts';
import type { Decoders } from '#media/sandbox/pool.ts';
import { readableAmong } from '../albums/album-door.ts';
import { putMember } from '../albums/members.ts';
import { takeClaim } from '../archive/claim.ts';
import { type Fate, type Ingest, ingestPiece, lacksAfter } from '../archive/ingest.ts';
import { openZip } from '../archive/open-zip.ts';
import type { Piece } from '../archive/piece.ts';
import { referencesBySlug } from '../archive/references-by-slug.ts';
import { inTransaction } from '../workflow/transaction.ts';
import { type Batch, batchOf, checkAlbumOf } from './batches.ts';
import { type Came, fateId, fatesKnown, writeFate } from './fates.ts';
import type { Begun, UploadRecords } from './upload-records.ts';

export interface SettleParts {
  readonly records: UploadRecords;
  readonly store: () => Promise<MasterStore>;
  readonly decoders: Pick<Decoders, 'examine'>;
}

interface Settling extends SettleParts {
  readonly payload: Payload;
  readonly upload: Begun;
  readonly batch: Batch;
  readonly user: NonNullable<PayloadRequest['user']>;
  readonly came: Came;
  /** Ids of the fates that are written down already. */
  readonly known: ReadonlySet<string>;
}

/**
 * Takes into the archive what has arrived whole, writes down what became of it, and only then lets go of the bytes that
 * came. Stopped anywhere and begun again it goes on: what is in the archive is known there, what has a fate is passed over.
 * @throws what is no fault of the file: a full disk, a database that is gone; the bytes stay then
 */
export const settle = async (payload: Payload, parts: SettleParts, id: string): Promise<void> => {
  const claim = await takeClaim(payload, `upload/${id}`);
  try {
    const upload = await parts.records.begun(id);
    if (!upload || upload.offset < upload.size) return;
    const { owner, batch: batchId } = upload.metadata;
    const [user, batch] = [await personOf(payload, owner), await batchOf(payload, batchId)];
    if (user && batch) {
      const came: Came = { owner, batch: batchId, upload: id };
      const known = await fatesKnown(payload, id);
      const settling: Settling = { ...parts, payload, upload, batch, user, came, known };
      await settleWhole(settling);
    }
    await parts.records.remove(id);
  } finally {
    await claim.giveBack();
  }
};

const personOf = async (payload: Payload, id: string): Promise<NonNullable<PayloadRequest['user']> | null> => {
  const found = await payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  });
  return found ? ({ ...found, collection: 'users' } as NonNullable<PayloadRequest['user']>) : null;
};

const pieceOf = (records: UploadRecords, id: string, name: string, bytes: number): Piece => ({
  name,
  bytes,
  open: async () => records.content(id),
});

const isZip = async (content: AsyncIterable<Uint8Array>): Promise<boolean> => {
  let head = '';
  for await (const chunk of content) {
    head += Buffer.from(chunk).toString('latin1', 0, 4);
    if (head.length >= 4) break;
  }
  return head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06');
};

const refusedFate = (file: string, bytes: number, { code, values }: Failure): Fate => ({
  ...{ file, bytes, code, values, outcome: 'refused', lacks: [], id: null, sha256: null, reading: null },
});

/** Why the person may not bring the file in any more; null where they may. */
const refusalOf = async ({ payload, user, batch }: Settling): Promise<Failure | null> => {
  const decision = decide(viewerOf(user), 'create', { kind: 'image' });
  if ('refuse' in decision) return new Failure(decision.refuse);
  try {
    await checkAlbumOf(await createLocalReq({ user }, payload), batch.album);
    return null;
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
};

/** A picture that was in the archive goes into the album as well, if it is there for the person. */
const putThere = async ({ payload, user, batch }: Settling, image: string | null): Promise<void> => {
  const { album } = batch;
  if (album === null || image === null) return;
  const req = await createLocalReq({ user }, payload);
  if ((await readableAmong(req, 'images', [image])).has(image))
    await inTransaction(req, () => putMember(req, album, image));
};

/** Takes one file in as the person who sent it, if they may still do that; what has its fate is passed over. */
const settleOne = async (settling: Settling, piece: Piece, entry: string | null): Promise<void> => {
  const { payload, came, user, batch } = settling;
  const id = fateId(came.upload, entry);
  if (settling.known.has(id)) return;
  const refused = await refusalOf(settling);
  const onKept = async (req: PayloadRequest, image: string): Promise<void> => {
    if (batch.album) await putMember(req, batch.album, image);
    const lacks = await lacksAfter(req, image);
    const [file, bytes] = [piece.name, piece.bytes];
    const outcome = lacks.length > 0 ? 'attention' : 'stored';
    const kept: Fate = { ...{ file, bytes, outcome, lacks, code: null, id: image, sha256: null, reading: null } };
    await writeFate(req, id, came, kept);
  };
  const ingest: Ingest = {
    ...{ payload, user, onKept, decoders: settling.decoders, dryRun: false },
    store: await settling.store(),
    references: referencesBySlug(payload),
    manifest: new Map(),
    defaults: { locale: batch.locale, level: batch.level, facts: batch.facts },
  };
  const fate = refused ? refusedFate(piece.name, piece.bytes, refused) : await ingestPiece(ingest, piece);
  if (fate.code === 'image-exists') await putThere(settling, fate.id);
  await writeFate(await createLocalReq({ user }, payload), id, came, fate);
};

/** A file that is refused as it came, whatever is in it; told by the name that it came with. */
const refuseWhole = async ({ payload, upload, came, user }: Settling, cause: unknown): Promise<void> => {
  if (!(cause instanceof Failure) || isOfMachine(cause)) throw cause;
  const { filename } = upload.metadata;
  const told = new Failure(cause.code, { ...cause.values, path: filename }, { cause });
  const req = await createLocalReq({ user }, payload);
  await writeFate(req, fateId(came.upload, null), came, refusedFate(filename, upload.size, told));
};

/** Takes in what a ZIP holds, entry by entry. A ZIP that is none is one file that is refused. */
const settleZip = async (settling: Settling): Promise<void> => {
  const { upload, records } = settling;
  const { filename } = upload.metadata;
  await using delivery = await openZip(records.path(upload.id), await records.sealed?.whole(upload.id));
  for (const [index, piece] of delivery.pieces.entries()) {
    await settleOne(settling, piece, `${index}/${piece.name}`);
  }
  if (delivery.pieces.length === 0) throw new Failure('zip-damaged', { path: filename });
};

/** What could no longer be read where it lay is refused like what never was whole. */
const settleWhole = async (settling: Settling): Promise<void> => {
  const { records, upload } = settling;
  const { filename } = upload.metadata;
  try {
    if (await isZip(records.content(upload.id))) return await settleZip(settling);
  } catch (cause) {
    return refuseWhole(settling, cause);
  }
  await settleOne(settling, pieceOf(records, upload.id, filename, upload.size), null);
};
