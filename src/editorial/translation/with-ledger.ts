import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionConfig, PayloadRequest } from 'payload';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { changedAmong, isTextCollection } from '../workflow/content-changes.ts';
import { notedIntent } from '../workflow/intent.ts';
import { textFacts } from '../workflow/text-facts.ts';
import { isByLedger, saidCorrection } from './by-ledger.ts';
import { readTranslatable, type Stored, sourceOf } from './document.ts';
import { followPublishedSource, followSource, followText, followTranslation } from './publication/follow.ts';
import type { Correcting } from './publication/follow-source.ts';
import { shapeOf } from './shape-of.ts';
import { withSittings } from './sitting.ts';
import { isTranslatedCollection, type TranslatedCollection } from './translated-collections.ts';

const beforeKey = 'publishedBefore';

const verbOf = (req: PayloadRequest, slug: string): string =>
  isTextCollection(slug) ? notedIntent(req, slug).verb : 'save';

const isObject = (value: unknown): value is Stored => value !== null && typeof value === 'object';

/** A correction is one of what has been public, in the language that others follow. Asked before anything is done. */
const checkCorrection: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || saidCorrection(req) === null) return data;
  const isSource = sourceOf(originalDoc) === req.locale;
  const isAgain = isStudioLocale(req.locale) && textFacts(originalDoc).firstPublished[req.locale] !== undefined;
  if (!(isSource && isAgain)) throw new Failure('field-invalid', { field: 'correction' });
  return data;
};

/** What is published now, before the source is published anew; where it corrects an error, the audit log is told so before it is public. */
const beforeChange: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !isTextCollection(slug) || verbOf(req, slug) !== 'publish') return data;
  if (sourceOf(originalDoc) !== req.locale) return data;
  const id = String(originalDoc.id);
  req.context[beforeKey] = await req.payload.db.findOne({ collection: slug, where: { id: { equals: id } }, req });
  if (saidCorrection(req) !== null) await writeAudit(req, { action: 'correct', collection: slug, documentId: id });
  return data;
};

const correctingOf = (req: PayloadRequest): Correcting | null => {
  const note = saidCorrection(req);
  if (note === null) return null;
  return { by: viewerOf(req.user)?.id ?? null, at: new Date().toISOString(), note };
};

const publishedSource = async (req: PayloadRequest, slug: TranslatedCollection, id: string): Promise<void> => {
  const before = req.context[beforeKey];
  const correcting = correctingOf(req);
  const document = await readTranslatable(req, { collection: slug, id });
  if (!document || !isObject(before)) return;
  await followPublishedSource(req, document, before, correcting);
};

/** Whether a save changed words. Most do not touch those of a language that anything is remembered of. */
const changesWords = (req: PayloadRequest, slug: TranslatedCollection, before: Stored, after: Stored): boolean =>
  changedAmong(
    shapeOf(req.payload, slug).map(({ name }) => name),
    before,
    after,
  ).length > 0;

const saved = async (
  req: PayloadRequest,
  slug: TranslatedCollection,
  id: string,
  locale: StudioLocale,
): Promise<void> => {
  const document = await readTranslatable(req, { collection: slug, id });
  if (!document) return;
  if (locale === document.source) return followSource(req, document);
  // Without drafts, a save is a publication; programs vouch for nothing
  if (!isTextCollection(slug) && req.user) return followTranslation(req, document, locale, String(req.user.id));
  return followText(req, document, locale);
};

const afterChange: CollectionAfterChangeHook = async ({ collection: { slug }, doc, operation, previousDoc, req }) => {
  const { locale } = req;
  if (!isTranslatedCollection(slug) || operation !== 'update' || isByLedger(req)) return doc;
  if (!isStudioLocale(locale)) return doc;
  const id = String(doc.id);
  const verb = verbOf(req, slug);
  if (verb === 'publish' && sourceOf(doc) === locale) await publishedSource(req, slug, id);
  else if (verb === 'publish') {
    const document = await readTranslatable(req, { collection: slug, id });
    if (document) await followTranslation(req, document, locale, req.user ? String(req.user.id) : null);
  } else if (changesWords(req, slug, previousDoc, doc)) await saved(req, slug, id, locale);
  return doc;
};

/** Keeps the ledger of translations true to whatever is saved of a document, by whichever door. */
export const withLedger = (collection: CollectionConfig): CollectionConfig => {
  const sitting = isTextCollection(collection.slug) ? withSittings(collection) : collection;
  return {
    ...sitting,
    hooks: {
      ...sitting.hooks,
      beforeChange: [checkCorrection, ...(sitting.hooks?.beforeChange ?? []), beforeChange],
      afterChange: [...(sitting.hooks?.afterChange ?? []), afterChange],
    },
  };
};
