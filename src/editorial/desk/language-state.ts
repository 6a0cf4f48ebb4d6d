import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';

/** What an editor sees of one language of a document. */
export const languageStates = ['missing', 'draft', 'in-review', 'published', 'changed'] as const;
export type LanguageState = (typeof languageStates)[number];

const byLocale = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(studioLocales), value.nullish()).nullish();

/** The part of a document, read in all languages at once, from which states are told. */
export const documentInAllLanguages = z.looseObject({
  _status: byLocale(z.string()),
  title: byLocale(z.string()),
  slug: byLocale(z.string()),
  body: byLocale(z.unknown()),
  summary: byLocale(z.string()),
  appearsAt: byLocale(z.string()),
  vanishesAt: byLocale(z.string()),
  firstPublished: byLocale(z.string()),
  lastPublished: byLocale(z.string()),
  source: z.string().nullish(),
  revision: z.number().nullish(),
});
export type DocumentInAllLanguages = z.infer<typeof documentInAllLanguages>;

export interface LanguageFacts {
  locale: StudioLocale;
  state: LanguageState;
  title: string | null;
  slug: string | null;
  isSource: boolean;
  /** Instants of the public edition, null where there is none. */
  publishedAt: string | null;
  appearsAt: string | null;
  vanishesAt: string | null;
  /** Whether the public ever saw it: then delivery may be asked whether it is gone. */
  wasPublic: boolean;
}

const hasWords = (document: DocumentInAllLanguages, locale: StudioLocale): boolean =>
  Boolean(document.title?.[locale]?.trim() || document.summary?.[locale]?.trim() || document.body?.[locale]);

const stateOf = (
  published: DocumentInAllLanguages | null,
  draft: DocumentInAllLanguages,
  locale: StudioLocale,
  inReview: boolean,
): LanguageState => {
  const isPublic = published?._status?.[locale] === 'published';
  const isChanged = draft._status?.[locale] !== 'published';
  if (!isPublic && !hasWords(draft, locale)) return 'missing';
  if (inReview) return 'in-review';
  if (isPublic) return isChanged ? 'changed' : 'published';
  return 'draft';
};

/**
 * Tells for each language where it stands.
 * @param published the stored document (what may be public), null while it was never stored
 * @param draft the newest version, which equals `published` when nothing was changed since
 * @param inReview languages of which a review has been asked for and not been answered
 */
export const languageFacts = (
  published: DocumentInAllLanguages | null,
  draft: DocumentInAllLanguages,
  inReview: ReadonlySet<StudioLocale>,
): LanguageFacts[] =>
  studioLocales.map((locale) => {
    const isPublic = published?._status?.[locale] === 'published';
    return {
      locale,
      state: stateOf(published, draft, locale, inReview.has(locale)),
      title: draft.title?.[locale] ?? null,
      slug: (isPublic ? published?.slug?.[locale] : undefined) ?? draft.slug?.[locale] ?? null,
      isSource: draft.source === locale,
      publishedAt: isPublic ? (published?.lastPublished?.[locale] ?? null) : null,
      appearsAt: isPublic ? (published?.appearsAt?.[locale] ?? null) : null,
      vanishesAt: isPublic ? (published?.vanishesAt?.[locale] ?? null) : null,
      wasPublic: Boolean(draft.firstPublished?.[locale]),
    };
  });
