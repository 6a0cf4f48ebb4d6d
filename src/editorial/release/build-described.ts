import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { type BuildContext, type EditionDraft, publicationOf, referring } from './build-edition.ts';
import type { StoredAgency, StoredPlace, StoredTopic } from './stored-documents.ts';
import type { ByLocale } from './stored-kinds.ts';

/** Languages in which something without drafts exists: those with a name and an address. */
export const describedLocales = (slug: ByLocale<string>, name: ByLocale<string>): StudioLocale[] =>
  studioLocales.filter((locale) => slug[locale] && name[locale]);

/** Reference data is public on save: its first language is its source, its own dates are its publications. */
const describedFields = (doc: StoredTopic | StoredPlace | StoredAgency, locale: StudioLocale) => {
  const locales = describedLocales(doc.slug, doc.name);
  return {
    slug: doc.slug[locale],
    title: doc.name[locale],
    summary: doc.summary[locale] ?? '',
    appearsAt: null,
    vanishesAt: null,
    ...publicationOf({ ...doc, source: locales[0] ?? null, firstPublished: {}, lastPublished: {} }, locale),
    publishedAt: doc.createdAt,
  };
};

export function topicEditions(doc: StoredTopic, locale: StudioLocale, context: BuildContext): EditionDraft[] {
  const { refs, one } = referring(context);
  const parent = one('topics', doc.parent === doc.id ? null : doc.parent);
  return [{ edition: { ...describedFields(doc, locale), parent }, refs, unknown: [] }];
}

export function placeEditions(doc: StoredPlace, locale: StudioLocale): EditionDraft[] {
  const { latitude, longitude } = doc;
  const position = latitude === null || longitude === null ? null : { latitude, longitude };
  const edition = { ...describedFields(doc, locale), address: doc.address[locale] ?? '', position };
  return [{ edition, refs: [], unknown: [] }];
}

export function agencyEditions(doc: StoredAgency, locale: StudioLocale): EditionDraft[] {
  const { website, email, phone } = doc;
  const contact = { website: website || null, email: email || null, phone: phone || null };
  return [{ edition: { ...describedFields(doc, locale), ...contact }, refs: [], unknown: [] }];
}
