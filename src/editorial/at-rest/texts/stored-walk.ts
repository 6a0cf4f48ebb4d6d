import type { CollectionSlug, Payload, Where } from 'payload';
import { z } from 'zod';
import { sealedFields } from './sealed-fields.ts';
import type { StoredRows } from './stored-rows.ts';

type Doc = Readonly<Record<string, unknown>>;

/** A row, or a version of one, as it lies in the database. */
export interface Stored {
  readonly collection: CollectionSlug;
  /** Of the row or the version itself. */
  readonly id: string | number;
  /** Of the document, to which its texts are bound. */
  readonly of: string;
  readonly isVersion: boolean;
  /** What was written last; null where nobody says. */
  readonly updatedAt: string | null;
  readonly texts: Doc;
}

/** A document whose texts, and those that speak of it, are walked through. */
export interface Subject {
  readonly collection: string;
  readonly id: string;
}

const updatedAt = z
  .union([z.string(), z.date().transform((day) => day.toISOString())])
  .nullish()
  .transform((day) => day ?? null);
const row = z.looseObject({ id: z.string(), updatedAt });
const version = z.looseObject({
  id: z.union([z.string(), z.number()]),
  parent: z.string(),
  version: z.looseObject({}),
  updatedAt,
});

const portion = 100;

const byDocument = ['reviews', 'translations', 'assignments', 'comments'];
const bySubject = ['markings', 'lowerings', 'secrecy-cases', 'copies', 'copy-permissions'];
const byPicture = ['picture-deletions', 'picture-holds', 'picture-history', 'picture-edit-items'];

/** Rows of a collection that are a document or speak of it; null: none can. */
const rowsOf = (collection: string, { collection: type, id }: Subject): Where | null => {
  if (collection === type) return { id: { equals: id } };
  if (byDocument.includes(collection))
    return { and: [{ collection: { equals: type } }, { documentId: { equals: id } }] };
  if (bySubject.includes(collection))
    return { and: [{ subjectType: { equals: type } }, { subjectId: { equals: id } }] };
  if (type !== 'images') return null;
  if (collection === 'upload-fates') return { image: { equals: id } };
  return byPicture.includes(collection) ? { picture: { equals: id } } : null;
};

async function* rows(stored: StoredRows, collection: CollectionSlug, of: Where): AsyncGenerator<Stored> {
  for (let after = ''; ; ) {
    const where: Where = after === '' ? of : { and: [of, { id: { greater_than: after } }] };
    const { docs } = await stored.find({ collection, where, sort: 'id', limit: portion, pagination: false });
    const found = z.array(row).parse(docs);
    for (const texts of found)
      yield { collection, id: texts.id, of: texts.id, isVersion: false, updatedAt: texts.updatedAt, texts };
    if (found.length < portion) return;
    after = found.at(-1)?.id ?? '';
  }
}

async function* versions(stored: StoredRows, collection: CollectionSlug, where: Where): AsyncGenerator<Stored> {
  for (let page = 1; ; page += 1) {
    const asked = { collection, where, sort: 'id', limit: portion, page, pagination: true };
    const { docs, hasNextPage } = await stored.findVersions(asked);
    for (const one of z.array(version).parse(docs))
      yield { collection, id: one.id, of: one.parent, isVersion: true, updatedAt: one.updatedAt, texts: one.version };
    if (!hasNextPage) return;
  }
}

/** Every row and version in which anything is sealed. @param subject one document and what speaks of it; left out: all */
export async function* storedTexts(
  payload: Payload,
  stored: StoredRows,
  { subject, signal }: { readonly subject?: Subject | undefined; readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<Stored> {
  for (const name of Object.keys(sealedFields)) {
    signal?.throwIfAborted();
    const collection = name as CollectionSlug;
    const of = subject ? rowsOf(name, subject) : {};
    if (of === null) continue;
    yield* rows(stored, collection, of);
    const isVersioned = payload.collections[collection]?.config.versions;
    if (!isVersioned || (subject && name !== subject.collection)) continue;
    yield* versions(stored, collection, subject ? { parent: { equals: subject.id } } : {});
  }
}
