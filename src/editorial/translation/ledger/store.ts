import type { PayloadRequest, Where } from 'payload';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { atOnce } from '../../database/at-once.ts';
import { hasTransaction, leaveHint } from '../../outbox/hint.ts';
import type { DocumentName } from '../document.ts';
import { type LedgerRow, readLedgerRow } from './row.ts';

const collection = 'translations';

/** So often a row is read and written again when others were faster. */
const tries = 8;

/** The name of a row: it can be there only once. */
export const rowId = ({ collection, id }: DocumentName, locale: StudioLocale): string =>
  `${collection}/${id}/${locale}`;

/** What is remembered of one language of a document; null: nothing yet. */
export const readRow = async (
  req: PayloadRequest,
  name: DocumentName,
  locale: StudioLocale,
): Promise<LedgerRow | null> => {
  const found: unknown = await req.payload.db.findOne({
    collection,
    where: { id: { equals: rowId(name, locale) } },
    req,
  });
  return found ? readLedgerRow(found) : null;
};

/** What is remembered of all languages of a document. */
export const readRows = async (req: PayloadRequest, name: DocumentName): Promise<LedgerRow[]> => {
  const ids = studioLocales.map((locale) => rowId(name, locale));
  const where = { id: { in: ids } };
  const { docs } = await req.payload.db.find({ collection, where, limit: 0, pagination: false, req });
  return docs.map(readLedgerRow);
};

export const emptyRow = (name: DocumentName, locale: StudioLocale, marking: string | null): LedgerRow => ({
  id: rowId(name, locale),
  collection: name.collection,
  documentId: name.id,
  locale,
  marking,
  revision: 0,
  units: [],
  corrections: [],
});

/** What is told from a row and kept with it. */
export interface Told {
  readonly state: string;
  readonly counts: object;
  readonly vouched: object;
}

/** @returns whether the row was still as it was seen */
const put = async (req: PayloadRequest, seen: number, row: LedgerRow, told: Told): Promise<boolean> => {
  const now = new Date().toISOString();
  const { id: _name, ...fields } = row;
  const data = { ...fields, ...told, revision: seen + 1, updatedAt: now };
  if (seen === 0) return make(req, { ...data, id: row.id, createdAt: now });
  const where: Where = { and: [{ id: { equals: row.id } }, { revision: { equals: seen } }] };
  return (await req.payload.db.updateOne({ collection, where, data, req, ...atOnce(req.payload) })) !== null;
};

const make = async (req: PayloadRequest, data: { readonly id: string } & Record<string, unknown>): Promise<boolean> => {
  try {
    await req.payload.db.create({ collection, customID: data.id, data, req, returning: false });
    return true;
  } catch (error) {
    // Most often there is one by now; whatever else it is comes again with the next try, as itself
    const where = { id: { equals: data.id } };
    if ((await req.payload.db.count({ collection, where, req })).totalDocs > 0) return false;
    throw error;
  }
};

/** What is remembered decides on what the public is told of the language, so the gate is to look, whatever happens in between. */
const putHinted = async (req: PayloadRequest, seen: number, row: LedgerRow, told: Told): Promise<boolean> => {
  const subject = { collection: row.collection, documentId: row.documentId };
  if (!hasTransaction(req)) await leaveHint(req, subject, null);
  const isPut = await put(req, seen, row, told);
  if (isPut) await leaveHint(req, subject, req);
  return isPut;
};

/**
 * Changes what is remembered of a language. Nobody’s write is lost: whoever was slower does it again upon what stands there now.
 *
 * @param fresh the row as it was read just now, which is tried first; or an empty one, where nobody has looked
 * @param change what the row becomes; null: nothing is written. It may be asked several times.
 * @returns the row as it stands afterwards
 * @throws Failure `revision-conflict` where others are faster again and again
 */
export const changeRow = async (
  req: PayloadRequest,
  fresh: LedgerRow,
  change: (row: LedgerRow) => { row: LedgerRow; told: Told } | null,
): Promise<LedgerRow> => {
  const name = { collection: fresh.collection, id: fresh.documentId };
  for (let count = 0; count < tries; count += 1) {
    const isRead = count === 0 && fresh.revision > 0;
    const seen = isRead ? fresh : ((await readRow(req, name, fresh.locale)) ?? fresh);
    const changed = change(seen);
    if (changed === null) return seen;
    if (!(await putHinted(req, seen.revision, changed.row, changed.told))) continue;
    return { ...changed.row, revision: seen.revision + 1 };
  }
  throw new Failure('revision-conflict', { revision: 0, by: '–', at: '' });
};
