import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { emptyLog, overwriteWithin } from '../../database/leave-no-trace.ts';
import { levelOfRow } from './level-of-row.ts';
import { isMisSealed } from './mis-sealed.ts';
import { sealedFields } from './sealed-fields.ts';
import { type StoredRows, storedRowsOf } from './stored-rows.ts';

type Doc = Record<string, unknown> & { id: string };

const row = z.looseObject({ id: z.string() });
const version = z.looseObject({
  id: z.union([z.string(), z.number()]),
  parent: z.string(),
  version: z.looseObject({}),
});

const portion = 100;

/** A document whose texts, and those that speak of it, are to be sealed under its key. */
export interface Subject {
  readonly collection: string;
  readonly id: string;
}

/** Rows of a collection that are a document or speak of it; null: none can. */
const rowsOf = (collection: string, { collection: type, id }: Subject): Where | null => {
  if (collection === type) return { id: { equals: id } };
  if (['reviews', 'translations', 'assignments', 'comments'].includes(collection))
    return { and: [{ collection: { equals: type } }, { documentId: { equals: id } }] };
  if (['markings', 'lowerings', 'secrecy-cases'].includes(collection))
    return { and: [{ subjectType: { equals: type } }, { subjectId: { equals: id } }] };
  const isOfPicture =
    type === 'images' &&
    ['picture-deletions', 'picture-holds', 'picture-history', 'picture-edit-items'].includes(collection);
  return isOfPicture ? { picture: { equals: id } } : null;
};

/** Reads and writes within a turn of the writer: what is saved meanwhile waits, and is not lost. */
const inTurn = async ({ db }: Payload, work: (req: PayloadRequest) => Promise<void>): Promise<void> => {
  const transactionID = (await db.beginTransaction()) ?? undefined;
  try {
    if (transactionID !== undefined) await overwriteWithin(db, transactionID);
    await work({ transactionID } as PayloadRequest);
    if (transactionID !== undefined) await db.commitTransaction(transactionID);
  } catch (cause) {
    if (transactionID !== undefined) await db.rollbackTransaction(transactionID);
    throw cause;
  }
};

/** Writes a row as it reads, which seals it as it is marked now. */
const sealRows = async (payload: Payload, stored: StoredRows, collection: CollectionSlug, of: Where): Promise<void> => {
  const find = (name: string, where: Where, req?: Partial<PayloadRequest>) =>
    stored.findOne({ collection: name as CollectionSlug, where, req: req as PayloadRequest }) as Promise<Doc | null>;
  for (let after = ''; ; ) {
    const where: Where = after === '' ? of : { and: [of, { id: { greater_than: after } }] };
    const { docs } = await stored.find({ collection, where, sort: 'id', limit: portion, pagination: false });
    const found = z.array(row).parse(docs);
    for (const one of found) {
      if (!(await isMisSealed(collection, one, await levelOfRow({ collection, id: one.id }, one, find, undefined))))
        continue;
      await inTurn(payload, async (req) => {
        const data = await payload.db.findOne<Doc>({ collection, where: { id: { equals: one.id } }, req });
        if (data) await payload.db.updateOne({ collection, id: one.id, data, req, returning: false });
      });
    }
    if (found.length < portion) return;
    after = found.at(-1)?.id ?? '';
  }
};

const sealVersions = async (
  payload: Payload,
  stored: StoredRows,
  collection: CollectionSlug,
  of: Where,
): Promise<void> => {
  const find = (name: string, where: Where) =>
    stored.findOne({ collection: name as CollectionSlug, where }) as Promise<Doc | null>;
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await stored.findVersions({
      collection,
      where: of,
      sort: 'id',
      limit: portion,
      page,
      pagination: true,
    });
    for (const one of z.array(version).parse(docs)) {
      const level = await levelOfRow({ collection, id: one.parent }, one.version, find, undefined);
      if (!(await isMisSealed(collection, one.version, level))) continue;
      await inTurn(payload, async (req) => {
        const where: Where = { id: { equals: one.id } };
        const [read] = (await payload.db.findVersions<Doc>({ collection, where, limit: 1, pagination: false, req }))
          .docs;
        if (read)
          await payload.db.updateVersion({ collection, id: one.id, versionData: read as never, req, returning: false });
      });
    }
    if (!hasNextPage) return;
  }
};

/**
 * Seals what lies open, or under the key of another level. Stopped anywhere, the next call goes on.
 * @param subject one document and what speaks of it; left out: all
 */
export const sealTexts = async (payload: Payload, subject?: Subject, signal?: AbortSignal): Promise<void> => {
  const stored = storedRowsOf(payload.db);
  if (!stored) return;
  // Whoever changes the marking holds the turn to write until that is committed
  if (subject) await inTurn(payload, async () => undefined);
  for (const name of Object.keys(sealedFields)) {
    signal?.throwIfAborted();
    const collection = name as CollectionSlug;
    const of = subject ? rowsOf(name, subject) : {};
    if (of === null) continue;
    await sealRows(payload, stored, collection, of);
    if (!payload.collections[collection]?.config.versions?.drafts) continue;
    await sealVersions(payload, stored, collection, subject ? { parent: { equals: subject.id } } : {});
  }
  await emptyLog(payload.db);
};
