import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload';
import type { Failure } from '#errors/failure.ts';
import { isKeyAway } from '#media/intake/at-rest.ts';
import { emptyLog, overwriteWithin, writeAnew } from '../../database/leave-no-trace.ts';
import { levelOfRow } from './level-of-row.ts';
import { isLost } from './lost-texts.ts';
import { type Lying, lyingOf } from './lying.ts';
import { type StoredRows, storedRowsOf } from './stored-rows.ts';
import { type Stored, type Subject, storedTexts } from './stored-walk.ts';
import { isSwept, noteSwept } from './swept.ts';

type Doc = Record<string, unknown> & { id: string };

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

/**
 * The very row that was read: another process may have written it since, and the turn is that of this one. An embedded database refuses such a
 * write by itself, since both are within one transaction.
 */
const asRead = ({ db }: Payload, id: Stored['id'], updatedAt: unknown) =>
  db.name === 'sqlite' || !updatedAt
    ? { id: id as string }
    : { where: { and: [{ id: { equals: id } }, { updatedAt: { equals: updatedAt } }] } as Where };

/** Writes a row or a version as it reads, which seals it as it is marked now, under the current key. */
const writeAgain = async (payload: Payload, { collection, id, isVersion }: Stored, req: PayloadRequest) => {
  const { db } = payload;
  const where: Where = { id: { equals: id } };
  if (!isVersion) {
    const data = await db.findOne<Doc>({ collection, where, req });
    if (data) await db.updateOne({ collection, ...asRead(payload, id, data.updatedAt), data, req, returning: false });
    return;
  }
  const [read] = (await db.findVersions<Doc>({ collection, where, limit: 1, pagination: false, req })).docs;
  if (!read) return;
  const changed = { collection, ...asRead(payload, id, read.updatedAt), versionData: read as never };
  await db.updateVersion({ ...changed, req, returning: false });
};

/** Whether a row has to be written again. */
type Wanted = (stored: Stored, lying: Lying) => Promise<boolean>;

export interface Sealed {
  readonly again: number;
  readonly asTheyWere: number;
  /** What no key opens any more, or was changed by a strange hand: left as it lies. */
  readonly lost: number;
}

/**
 * Writes again what has to be. What nobody can open any more is left as it lies, and so is what waits for the key of its level: neither keeps
 * anything else from it.
 * @throws at the end what kept the first one waiting
 */
export const sealWanted = async (
  payload: Payload,
  walk: AsyncIterable<Stored>,
  wanted: Wanted,
  onDone: (done: Sealed) => void = () => undefined,
): Promise<Sealed> => {
  const done = { again: 0, asTheyWere: 0, lost: 0 };
  let waiting: Failure | null = null;
  for await (const stored of walk) {
    const lying = await lyingOf(stored.collection, stored.texts);
    if (await wanted(stored, lying)) {
      const outcome = await inTurn(payload, (req) => writeAgain(payload, stored, req)).then(
        () => 'again' as const,
        lostOrWaiting,
      );
      if (typeof outcome === 'string') done[outcome] += 1;
      else waiting ??= outcome;
    } else done.asTheyWere += 1;
    onDone(done);
  }
  await emptyLog(payload.db);
  if (waiting) throw waiting;
  return done;
};

const lostOrWaiting = (cause: unknown): 'lost' | Failure => {
  if (isLost(cause)) return 'lost';
  if (isKeyAway(cause)) return cause;
  throw cause;
};

const levelIn = (rows: StoredRows) => {
  const find = (name: string, where: Where) =>
    rows.findOne({ collection: name as CollectionSlug, where }) as Promise<Doc | null>;
  return ({ collection, of, texts }: Stored) => levelOfRow({ collection, id: of }, texts, find, undefined);
};

/**
 * Seals what lies open, or under the key of another level. Stopped anywhere, the next call goes on.
 * @param subject one document and what speaks of it; left out: all
 * @throws at the end, where the key of a level is out of reach and texts wait for it, what that key threw
 */
export const sealTexts = async (payload: Payload, subject?: Subject, signal?: AbortSignal): Promise<void> => {
  const rows = storedRowsOf(payload.db);
  if (!rows) return;
  // Whoever changes the marking holds the turn to write until that is committed
  if (subject) await inTurn(payload, async () => undefined);
  const levelOf = levelIn(rows);
  let layOpen = false;
  const walk = storedTexts(payload, rows, { subject, signal });
  const waiting = await sealWanted(payload, walk, async (stored, { isOpen, keys }) => {
    layOpen ||= isOpen;
    const level = await levelOf(stored);
    return isOpen || keys.some((key) => key.level !== level);
  }).then(() => null, onlyWaiting);
  await sweep(payload, rows, { subject, layOpen });
  if (waiting) throw waiting;
};

const onlyWaiting = (cause: unknown): Failure => {
  if (isKeyAway(cause)) return cause;
  throw cause;
};

/** What lay open is gone from where the database keeps what it needs no more. */
const sweep = async (
  payload: Payload,
  rows: StoredRows,
  { subject, layOpen }: { readonly subject: Subject | undefined; readonly layOpen: boolean },
): Promise<void> => {
  if (subject || (!layOpen && (await isSwept(rows)))) return;
  await writeAnew(payload.db);
  await noteSwept(rows);
};
