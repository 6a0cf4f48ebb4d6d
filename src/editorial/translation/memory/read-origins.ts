import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload';
import { z } from 'zod';
import { sealOf } from '#access/level.ts';
import type { MemoryUnit } from '#translation/memory/unit.ts';
import { isMarkedLost } from '../../at-rest/texts/lost-mark.ts';
import { isLost } from '../../at-rest/texts/lost-texts.ts';
import { readMarkings } from '../../beside/read-markings.ts';
import { type DocumentName, readTranslatable, type Translatable } from '../document.ts';
import { readLedgerRow } from '../ledger/row.ts';
import { isTranslatedCollection, type TranslatedCollection, translatedCollections } from '../translated-collections.ts';
import { unitsOfPart } from './brought-units.ts';
import { unitsOfRow } from './ledger-units.ts';
import { sealOfUnit } from './seals.ts';

/** What units come from: all languages of a document, or a part of a file. */
export interface Origin {
  readonly collection: TranslatedCollection | 'memory-imports';
  readonly id: string;
}

export const nameOf = ({ collection, id }: Origin): string => `${collection}/${id}`;

export const originOf = (collection: string, id: string): Origin | null =>
  isTranslatedCollection(collection) || collection === 'memory-imports' ? { collection, id } : null;

/** An origin as it stands committed; without units where it is gone, or gives none. */
export interface ReadOrigin {
  readonly stamp: string;
  readonly units: readonly MemoryUnit[];
}

const gone: ReadOrigin = { stamp: '', units: [] };

const find = async ({ db }: Pick<Payload, 'db'>, collection: string, where: Where, more: object = {}) =>
  (await db.find({ collection, where, limit: 0, pagination: false, ...more })).docs as unknown[];

const ledgerStamp = z.looseObject({ id: z.string(), documentId: z.string(), revision: z.number() });
type LedgerStamp = z.infer<typeof ledgerStamp>;

/** Tells whether a document’s units are as they were read: what is remembered of it, and how it is marked. */
const stampOf = (rows: readonly LedgerStamp[], seal: string): string =>
  `${rows
    .map(({ id, revision }) => `${id} ${revision}`)
    .sort()
    .join(', ')} ${seal}`;

/** Documents of a collection that something is remembered of, by their ids, with their stamps. */
const documentStamps = async (payload: Pick<Payload, 'db'>, collection: TranslatedCollection) => {
  const select = { documentId: true, revision: true };
  const rows = (await find(payload, 'translations', { collection: { equals: collection } }, { select })).map((row) =>
    ledgerStamp.parse(row),
  );
  const byDocument = Map.groupBy(rows, ({ documentId }) => documentId);
  const stamps = new Map<string, string>();
  const ids = [...byDocument.keys()];
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500);
    const markings = await readMarkings(payload, collection, some);
    for (const id of some) {
      const marking = markings.get(id);
      stamps.set(nameOf({ collection, id }), stampOf(byDocument.get(id) ?? [], marking ? sealOf(marking) : ''));
    }
  }
  return stamps;
};

const partStamp = z.looseObject({ id: z.string() });
/** Parts of files never change. */
const unchanging = 'brought';

/** Everything that units can come from, with stamps that tell whether it has changed. */
export const readStamps = async (payload: Pick<Payload, 'db'>): Promise<Map<string, string>> => {
  const stamps = new Map<string, string>();
  for (const collection of translatedCollections) {
    for (const [name, stamp] of await documentStamps(payload, collection)) stamps.set(name, stamp);
  }
  for (const row of await find(payload, 'memory-imports', {}, { select: { part: true } })) {
    stamps.set(nameOf({ collection: 'memory-imports', id: partStamp.parse(row).id }), unchanging);
  }
  return stamps;
};

/** What cannot be read now may come back: until then it is looked at again whenever everything is compared. */
const whileLost = (stamp: string): string => `lost ${stamp}`;

const readPart = async (payload: Payload, id: string): Promise<ReadOrigin> => {
  const [row] = await find(payload, 'memory-imports', { id: { equals: id } });
  if (row === undefined) return gone;
  if (isMarkedLost(row)) return { stamp: whileLost(unchanging), units: [] };
  return { stamp: unchanging, units: unitsOfPart(row) };
};

/** The document, unless a text of it is lost: of what nobody can read nothing is remembered. */
const readWhole = async (req: PayloadRequest, name: DocumentName): Promise<Translatable | 'lost' | null> => {
  try {
    return await readTranslatable(req, name);
  } catch (cause) {
    if (isLost(cause)) return 'lost';
    throw cause;
  }
};

const readDocument = async (payload: Payload, collection: TranslatedCollection, id: string): Promise<ReadOrigin> => {
  const where: Where = { and: [{ collection: { equals: collection } }, { documentId: { equals: id } }] };
  const found = await find(payload, 'translations', where);
  if (found.length === 0) return gone;
  const rows = found.filter((row) => !isMarkedLost(row)).map(readLedgerRow);
  const req = await createLocalReq({}, payload);
  const document = await readWhole(req, { collection, id });
  // Read last: a raise in between is then in it
  const marking = (await readMarkings(payload, collection, [id])).get(id) ?? null;
  const seal = sealOfUnit(collection, marking);
  const whole = document === 'lost' ? null : document;
  const units = whole && seal !== null ? rows.flatMap((row) => unitsOfRow(req, row, whole, seal)) : [];
  const stamps = found.map((row) => ledgerStamp.parse(row));
  const stamp = stampOf(stamps, marking ? sealOf(marking) : '');
  return { stamp: document === 'lost' || rows.length < found.length ? whileLost(stamp) : stamp, units };
};

/** Reads an origin as it stands committed now. */
export const readOrigin = (payload: Payload, { collection, id }: Origin): Promise<ReadOrigin> =>
  collection === 'memory-imports' ? readPart(payload, id) : readDocument(payload, collection, id);
