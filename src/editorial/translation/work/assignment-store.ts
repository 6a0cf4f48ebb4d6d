import type { Payload, PayloadRequest, Where } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { StudioLocale } from '#languages/locales.ts';
import { atOnce } from '../../database/at-once.ts';
import { hasTransaction, leaveHint } from '../../outbox/hint.ts';
import type { DocumentName } from '../document.ts';
import { rowId } from '../ledger/store.ts';
import { type Assignment, readAssignment, unassigned } from './assignment.ts';

const collection = 'assignments';

/** What of the language of a document is given out; nobody has it where nothing is kept. */
export const readWork = async (req: PayloadRequest, name: DocumentName, locale: StudioLocale): Promise<Assignment> => {
  const where = { id: { equals: rowId(name, locale) } };
  const found: unknown = await req.payload.db.findOne({ collection, where, req });
  return found ? readAssignment(found) : unassigned(name, locale);
};

/** All work that fits a condition; whether somebody may know of the documents is for whoever asks to look at. */
export const findWork = async ({ db }: Pick<Payload, 'db'>, where: Where): Promise<Assignment[]> => {
  const { docs } = await db.find({ collection, where, limit: 0, pagination: false });
  return docs.map(readAssignment);
};

const make = async (req: PayloadRequest, data: { readonly id: string } & Record<string, unknown>): Promise<boolean> => {
  try {
    await req.payload.db.create({ collection, customID: data.id, data, req, returning: false });
    return true;
  } catch (error) {
    const where = { id: { equals: data.id } };
    if ((await req.payload.db.count({ collection, where, req })).totalDocs > 0) return false;
    throw error;
  }
};

const put = async (req: PayloadRequest, seen: number, { id, ...row }: Assignment): Promise<boolean> => {
  const now = new Date().toISOString();
  const data = { ...row, revision: seen + 1, updatedAt: now };
  if (seen === 0) return make(req, { ...data, id, createdAt: now });
  const where: Where = { and: [{ id: { equals: id } }, { revision: { equals: seen } }] };
  return (await req.payload.db.updateOne({ collection, where, data, req, ...atOnce(req.payload) })) !== null;
};

/**
 * Writes what became of some work, if it is still as it was seen. The table of translations shows who has it, so that it is to
 * look at the document, whatever happens in between.
 *
 * @param row with the revision that was seen
 * @returns the row as it stands from now on
 * @throws Failure `work-changed` where somebody was faster
 */
export const writeWork = async (req: PayloadRequest, row: Assignment): Promise<Assignment> => {
  const subject = { collection: row.collection, documentId: row.documentId };
  if (!hasTransaction(req)) await leaveHint(req, subject, null);
  if (!(await put(req, row.revision, row))) throw new Failure('work-changed');
  await leaveHint(req, subject, req);
  return { ...row, revision: row.revision + 1 };
};
