import { type StudioLocale, toPublicLocale } from '#languages/locales.ts';
import type { Reference, Resolve } from './released-collections.ts';
import type { StandingEdition } from './stored-documents.ts';
import type { ByLocale } from './stored-kinds.ts';

/** One edition before the schema of the public record has seen it, with what was met while it was built. */
export interface EditionDraft {
  readonly edition: unknown;
  readonly refs: readonly Reference[];
  /** Nodes of the body that have no place in a record. */
  readonly unknown: readonly string[];
}

/** What an edition is built with, whatever its type. */
export interface BuildContext {
  readonly resolve: Resolve;
}

/** Dates of publications of a document, as far as it has been published. */
export interface Dated {
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly source: StudioLocale | null;
  readonly firstPublished: ByLocale<string>;
  readonly lastPublished: ByLocale<string>;
}

/**
 * When a language was published and how it stands to its source. A translation is outdated once the source has been
 * published *again* after it: a source that merely follows its translation for the first time brings nothing new.
 *
 * @param at publication of the edition in question, where it is not the language's last one
 */
export function publicationOf(doc: Dated, locale: StudioLocale, at = doc.lastPublished[locale] ?? doc.updatedAt) {
  const source = doc.source ?? locale;
  const sourceUpdatedAt = doc.lastPublished[source] ?? at;
  const again = sourceUpdatedAt !== (doc.firstPublished[source] ?? sourceUpdatedAt);
  const outdated = again && sourceUpdatedAt > at;
  return {
    publishedAt: doc.firstPublished[locale] ?? at,
    updatedAt: at,
    source: toPublicLocale(source),
    sourceUpdatedAt: source === locale ? at : sourceUpdatedAt,
    state: source === locale ? 'original' : outdated ? 'outdated' : 'human',
  } as const;
}

/** The localised half of a publication, from the document itself or from what stands in force before it. */
export function localHalf(
  doc: Readonly<Record<'slug' | 'title' | 'summary', ByLocale<string>>> & {
    readonly body: ByLocale<unknown>;
    readonly appearsAt: ByLocale<string>;
    readonly vanishesAt: ByLocale<string>;
    readonly lastPublished: ByLocale<string>;
  },
  locale: StudioLocale,
): StandingEdition {
  return {
    slug: doc.slug[locale] ?? null,
    title: doc.title[locale] ?? null,
    summary: doc.summary[locale] ?? null,
    body: doc.body[locale] ?? null,
    appearsAt: doc.appearsAt[locale] ?? null,
    vanishesAt: doc.vanishesAt[locale] ?? null,
    lastPublished: doc.lastPublished[locale] ?? null,
  };
}

/** Collects references while it turns ids into public ids. */
export function referring({ resolve }: BuildContext) {
  const refs: Reference[] = [];
  const one = (collection: Reference['collection'], id: string | null, use: Reference['use'] = 'linked') => {
    if (id === null) return null;
    refs.push({ collection, id, use });
    return resolve({ collection, id });
  };
  const many = (collection: Reference['collection'], ids: readonly string[]) => [
    ...new Set(ids.map((id) => one(collection, id)).filter((id) => id !== null)),
  ];
  return { refs, one, many };
}
