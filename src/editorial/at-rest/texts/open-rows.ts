import type { PayloadRequest } from 'payload';
import type { Failure } from '#errors/failure.ts';
import { openTextReader } from '#sealing/sealed-text.ts';
import { levelOfRow } from './level-of-row.ts';
import { isSealedCollection, type Opening, openRow, sealRow } from './seal-row.ts';
import type { Around } from './sealing.ts';

type Doc = Record<string, unknown>;

/** What a read or a write answers with, as it was written. @throws what opening a text throws */
export const openedRow = async (
  { sealing }: Around,
  collection: string,
  doc: unknown,
  opening?: Opening,
): Promise<unknown> => {
  if (!isSealedCollection(collection) || typeof doc !== 'object' || doc === null || !('id' in doc)) return doc;
  return openRow({ collection, id: String(doc.id) }, doc as Doc, sealing, opening);
};

/** Tells the log once of each row that a strange hand changed. That a key was destroyed is known to whoever did it. */
export const lossOf = ({ log }: Around, collection: string, id: unknown): NonNullable<Opening['onLost']> => {
  let isTold = false;
  return ({ code }: Failure) => {
    if (!isTold && code !== 'seal-key-destroyed') log().error({ collection, id, code }, 'a record cannot be opened');
    isTold = true;
  };
};

/** Many rows: one that is lost says so in its place, and the others are read. */
export const openedPage = async <T extends { docs: unknown[] }>(
  around: Around,
  collection: string,
  page: T,
): Promise<T> => {
  if (!isSealedCollection(collection)) return page;
  const open = openTextReader(around.sealing.keys);
  // Together: most of the time goes into asking whether a key is still there
  const docs = await Promise.all(
    page.docs.map((doc) =>
      openedRow(around, collection, doc, { open, onLost: lossOf(around, collection, (doc as Doc).id) }),
    ),
  );
  return { ...page, docs };
};

/** Data for a row that is there or is about to be, sealed under the key of what it speaks of. */
export const sealedData = async (
  { sealing, find }: Around,
  { collection, req }: { readonly collection: string; readonly req?: Partial<PayloadRequest> },
  id: string,
  data: Doc,
): Promise<Doc> =>
  sealRow({ collection, id, level: await levelOfRow({ collection, id }, data, find, req) }, data, sealing);
