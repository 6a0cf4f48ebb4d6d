import type { CollectionSlug, PayloadRequest } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale, type StudioLocale, studioLocales } from '#languages/locales.ts';
import { extractSegments } from '#translation/segments/extract.ts';
import type { Segment } from '#translation/segments/segment.ts';
import { noteReads } from '../audit/note-reads.ts';
import { isTextCollection } from '../workflow/content-changes.ts';
import { readMarking } from '../workflow/marking-store.ts';
import { isMarkedCollection } from '../workflow/references.ts';
import { shapeOf } from './shape-of.ts';
import { type TranslatedCollection, translatedKinds } from './translated-collections.ts';

export interface DocumentName {
  readonly collection: TranslatedCollection;
  readonly id: string;
}

/** A document in all languages at once, as the database keeps it: localised fields as objects by language. */
export type Stored = Readonly<Record<string, unknown>>;

/** A document as translators need it: what writers have now, and what the public reads. */
export interface Translatable extends DocumentName {
  readonly draft: Stored;
  /** Version that holds the draft, where there are drafts. */
  readonly version: string | null;
  /** What was published last in each language; without drafts, the document itself. */
  readonly published: Stored;
  readonly marking: string | null;
  /** Revision of the draft. */
  readonly revision: number;
  /** Language that it was written in first. */
  readonly source: StudioLocale;
}

const isObject = (value: unknown): value is Stored => value !== null && typeof value === 'object';

const relation = z
  .union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .catch(null);
const facts = z.looseObject({ marking: relation, revision: z.number().nullish().catch(0) });

const valueIn = (document: Stored, field: string, locale: StudioLocale): unknown => {
  const value = document[field];
  return isObject(value) ? value[locale] : undefined;
};

/** The language that a document says it was written in; without one, the first in which it has a name. */
export const sourceOf = (document: Stored): StudioLocale => {
  if (isStudioLocale(document.source)) return document.source;
  const named = (locale: StudioLocale) => valueIn(document, 'title', locale) || valueIn(document, 'name', locale);
  return studioLocales.find(named) ?? studioLocales[0];
};

const version = z.looseObject({ id: z.string(), version: z.looseObject({}) });

const newestVersion = async (req: PayloadRequest, { collection, id }: DocumentName) => {
  const { docs } = await req.payload.db.findVersions({
    collection: collection as CollectionSlug,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    sort: '-updatedAt',
    req,
  });
  return docs[0] === undefined ? null : version.parse(docs[0]);
};

/** Reads a document past the rules of access; null where there is none. */
export const readTranslatable = async (req: PayloadRequest, name: DocumentName): Promise<Translatable | null> => {
  const where = { id: { equals: name.id } };
  const published: unknown = await req.payload.db.findOne({ collection: name.collection, where, req });
  if (!isObject(published)) return null;
  const newest = isTextCollection(name.collection) ? await newestVersion(req, name) : null;
  return translatable(name, published, newest ? { ...newest.version, id: name.id } : published, newest?.id ?? null);
};

/** What translators need of a document that has been read already. */
export const translatable = (
  { collection, id }: DocumentName,
  published: Stored,
  draft: Stored,
  version: string | null,
): Translatable => {
  const { marking, revision } = facts.parse(draft);
  return {
    ...{ collection, id, published, draft, version },
    marking: marking ?? null,
    revision: revision ?? 0,
    source: sourceOf(draft),
  };
};

/**
 * A document for somebody who may read it.
 * @throws Failure `not-found` for what is missing or hidden
 */
export const readVisible = async (req: PayloadRequest, viewer: Viewer, name: DocumentName): Promise<Translatable> => {
  const found = await readTranslatable(req, name);
  if (!found) throw new Failure('not-found');
  const decision = decide(viewer, 'read', {
    kind: translatedKinds[name.collection],
    ...(await markingFor(req, found)),
  });
  if ('allow' in decision) return shownTo(req, found);
  throw new Failure('refuse' in decision ? decision.refuse : 'not-found');
};

/** A document that somebody is about to be shown, of which a line tells. */
const shownTo = async (req: PayloadRequest, found: Translatable): Promise<Translatable> => {
  if (isMarkedCollection(found.collection)) await noteReads(req, found.collection, [found.id], 'open');
  return found;
};

/** The marking by which access to a document is decided; kinds that bear none have none. */
export const markingFor = async (req: PayloadRequest, { marking }: Translatable) => {
  const read = await readMarking(req, marking);
  return read ? { marking: { level: read.level, compartments: read.compartments } } : {};
};

/** Segments of a document in one language. */
export const segmentsIn = (
  req: Pick<PayloadRequest, 'payload'>,
  { collection }: DocumentName,
  document: Stored,
  locale: StudioLocale,
): readonly Segment[] => extractSegments(document, shapeOf(req.payload, collection), locale);

/** Whether the public reads a language. Without drafts it does as soon as there are words. */
export const isPublished = ({ collection, published }: Translatable, locale: StudioLocale): boolean =>
  !isTextCollection(collection) || valueIn(published, '_status', locale) === 'published';
