import type { CollectionSlug, Payload, Where } from 'payload';
import { z } from 'zod';
import { sealOf } from '#access/level.ts';
import { readMarkings } from '../../../beside/read-markings.ts';
import { isTextCollection } from '../../../workflow/content-changes.ts';
import { type Stored, translatable } from '../../document.ts';
import { type LedgerRow, readLedgerRow } from '../../ledger/row.ts';
import type { TranslatedCollection } from '../../translated-collections.ts';
import type { Assignment } from '../../work/assignment.ts';
import { findWork } from '../../work/assignment-store.ts';
import { isMarked, stampOf } from './stamps.ts';
import type { Known } from './told-of.ts';

type Db = Pick<Payload, 'db'>;
type Host = Pick<Payload, 'db' | 'logger'>;

const everything = { limit: 0, pagination: false } as const;

const moment = z
  .union([z.string(), z.date()])
  .nullish()
  .transform((value) => (value ? new Date(value).getTime() : 0));
const one = z.looseObject({ id: z.string(), updatedAt: moment, mergedInto: z.unknown().optional() });
const draft = z.looseObject({
  id: z.string(),
  parent: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]),
  updatedAt: moment,
  version: z.looseObject({}),
});
type Draft = z.infer<typeof draft>;

const readDrafts = async ({ db }: Db, collection: TranslatedCollection, ids: string[]): Promise<Map<string, Draft>> => {
  if (!isTextCollection(collection)) return new Map();
  const where: Where = { and: [{ latest: { equals: true } }, { parent: { in: ids } }] };
  const { docs } = await db.findVersions({ collection, where, ...everything });
  return new Map(docs.map((doc) => draft.parse(doc)).map((read) => [read.parent, read]));
};

/** A row that cannot be read says nothing, as if nothing were remembered. */
const readLedger = async (
  { db, logger }: Host,
  collection: TranslatedCollection,
  ids: string[],
): Promise<Map<string, { row: LedgerRow; changed: number }[]>> => {
  const where: Where = { and: [{ collection: { equals: collection } }, { documentId: { in: ids } }] };
  const { docs } = await db.find({ collection: 'translations', where, ...everything });
  const found = new Map<string, { row: LedgerRow; changed: number }[]>();
  for (const doc of docs) {
    try {
      const row = readLedgerRow(doc);
      const changed = moment.parse((doc as { updatedAt?: unknown }).updatedAt);
      found.set(row.documentId, [...(found.get(row.documentId) ?? []), { row, changed }]);
    } catch (err) {
      logger.warn({ err, id: doc.id }, 'a row of the ledger of translations cannot be read');
    }
  }
  return found;
};

/** What is given out of each document, or was. */
const readWorks = async (
  payload: Host,
  collection: TranslatedCollection,
  ids: string[],
): Promise<Map<string, Assignment[]>> => {
  const where: Where = { and: [{ collection: { equals: collection } }, { documentId: { in: ids } }] };
  return Map.groupBy(await findWork(payload, where), ({ documentId }) => documentId);
};

/** Documents as they stand committed, with drafts, ledger and markings; what is missing or cannot be understood is left out. */
export const readKnown = async (
  payload: Host,
  collection: TranslatedCollection,
  wanted: readonly string[],
): Promise<Known[]> => {
  const ids = [...wanted];
  const where: Where = { id: { in: ids } };
  const { docs } = await payload.db.find({ collection: collection as CollectionSlug, where, ...everything });
  const drafts = await readDrafts(payload, collection, ids);
  const ledger = await readLedger(payload, collection, ids);
  const given = await readWorks(payload, collection, ids);
  // Read last: a raise in between is then in it
  const markings = isMarked(collection) ? await readMarkings(payload, collection, ids) : null;
  return docs.flatMap((doc) => {
    const { id, updatedAt, mergedInto } = one.parse(doc);
    const marking = markings?.get(id) ?? null;
    // A record that stands behind another one of the same picture is nobody's to translate
    if (mergedInto || (markings && !marking)) return [];
    const newest = drafts.get(id);
    const kept = ledger.get(id) ?? [];
    const works = given.get(id) ?? [];
    const revisions = kept.map(({ row }) => [row.locale, row.revision] as const);
    const published = doc as Stored;
    const version = newest ? { ...newest.version, id } : published;
    return [
      {
        document: translatable({ collection, id }, published, version, newest?.id ?? null),
        rows: kept.map(({ row }) => row),
        works,
        marking,
        stamp: stampOf(
          updatedAt,
          newest?.updatedAt ?? 0,
          revisions,
          works.map(({ locale, revision }) => [locale, revision] as const),
          marking ? sealOf(marking) : '',
        ),
        changed: Math.max(updatedAt, newest?.updatedAt ?? 0, ...kept.map(({ changed }) => changed)),
      },
    ];
  });
};
