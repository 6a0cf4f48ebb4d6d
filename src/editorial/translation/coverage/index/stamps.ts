import type { CollectionSlug, Payload, Where } from 'payload';
import { z } from 'zod';
import { sealOf } from '#access/level.ts';
import { marked } from '#access/rules.ts';
import { readMarkings } from '../../../beside/read-markings.ts';
import { isTextCollection } from '../../../workflow/content-changes.ts';
import { type TranslatedCollection, translatedKinds } from '../../translated-collections.ts';

type Db = Pick<Payload, 'db'>;

const moment = z
  .union([z.string(), z.date()])
  .nullish()
  .transform((value) => (value ? new Date(value).getTime() : 0));
const one = z.looseObject({ id: z.string(), updatedAt: moment });
const draft = z.looseObject({
  parent: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]),
  updatedAt: moment,
});
const ledger = z.looseObject({ documentId: z.string(), locale: z.string(), revision: z.number() });

/** What tells whether a document stands in the index as it stands in the database. */
export interface Stamps {
  /** Stamps by id, in the order of the ids. */
  readonly stamps: ReadonlyMap<string, string>;
  /** The last id; null: there are no more. */
  readonly last: string | null;
}

const everything = { limit: 0, pagination: false } as const;

/** Whether documents of a collection bear a marking. */
export const isMarked = (collection: TranslatedCollection): boolean => marked.has(translatedKinds[collection]);

/** The stamp of a document: the moments of what is published and of the draft, the revisions of its ledger and of what is given out, its seal. */
export const stampOf = (
  updatedAt: number,
  draftAt: number,
  revisions: readonly (readonly [string, number])[],
  works: readonly (readonly [string, number])[],
  seal: string,
): string => [updatedAt, draftAt, listed(revisions), listed(works), seal].join(' ');

const listed = (revisions: readonly (readonly [string, number])[]): string =>
  revisions
    .map(([locale, n]) => `${locale}${n}`)
    .sort()
    .join();

const draftsOf = async ({ db }: Db, collection: TranslatedCollection, ids: string[]): Promise<Map<string, number>> => {
  if (!isTextCollection(collection) || ids.length === 0) return new Map();
  const where: Where = { and: [{ latest: { equals: true } }, { parent: { in: ids } }] };
  const select = { parent: true, updatedAt: true } as const;
  const { docs } = await db.findVersions({ collection, where, ...everything, select });
  return new Map(
    z
      .array(draft)
      .parse(docs)
      .map(({ parent, updatedAt }) => [parent, updatedAt]),
  );
};

const revisionsOf = async (
  { db }: Db,
  kept: 'translations' | 'assignments',
  collection: TranslatedCollection,
  ids: string[],
): Promise<Map<string, [string, number][]>> => {
  if (ids.length === 0) return new Map();
  const where: Where = { and: [{ collection: { equals: collection } }, { documentId: { in: ids } }] };
  const select = { documentId: true, locale: true, revision: true } as const;
  const { docs } = await db.find({ collection: kept, where, ...everything, select });
  const found = new Map<string, [string, number][]>();
  for (const { documentId, locale, revision } of z.array(ledger).parse(docs))
    found.set(documentId, [...(found.get(documentId) ?? []), [locale, revision]]);
  return found;
};

/** A page of all documents of a collection by id, as little of each as there is. */
export const readStamps = async (
  payload: Db,
  collection: TranslatedCollection,
  after: string,
  limit: number,
): Promise<Stamps> => {
  const where: Where = after === '' ? {} : { id: { greater_than: after } };
  const select = { updatedAt: true } as const;
  const asked = { collection: collection as CollectionSlug, where, sort: 'id', limit, pagination: false, select };
  const docs = z.array(one).parse((await payload.db.find(asked)).docs);
  const ids = docs.map(({ id }) => id);
  const drafts = await draftsOf(payload, collection, ids);
  const revisions = await revisionsOf(payload, 'translations', collection, ids);
  const works = await revisionsOf(payload, 'assignments', collection, ids);
  const markings = isMarked(collection) ? await readMarkings(payload, collection, ids) : null;
  const stamps = new Map(
    docs.map(({ id, updatedAt }) => {
      const marking = markings?.get(id);
      const seal = marking ? sealOf(marking) : '';
      return [id, stampOf(updatedAt, drafts.get(id) ?? 0, revisions.get(id) ?? [], works.get(id) ?? [], seal)] as const;
    }),
  );
  return { stamps, last: docs.length < limit ? null : (ids.at(-1) ?? null) };
};
