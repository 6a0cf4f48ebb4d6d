import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { isWorded, type Target } from './embedded-offers.ts';

/** Words of a picture in one language. */
export interface ImageWords {
  title: string;
  alt: string;
  caption: string;
}

/** What a curator types before the picture is in the archive. */
export interface ImageDraft {
  words: Record<StudioLocale, ImageWords>;
  credit: string;
  creator: string;
  rights: string;
  takenOn: string;
}

const noWords = (): ImageWords => ({ title: '', alt: '', caption: '' });

export const emptyDraft = (): ImageDraft => ({
  words: { vi: noWords(), en: noWords(), fr: noWords(), zh: noWords() },
  credit: '',
  creator: '',
  rights: '',
  takenOn: '',
});

const hasWords = (words: ImageWords): boolean => Object.values(words).some((word) => word.trim() !== '');

/** Whether anything is typed that would be lost. */
export const hasContent = ({ words, credit, creator, rights, takenOn }: ImageDraft): boolean =>
  studioLocales.some((locale) => hasWords(words[locale])) || `${credit}${creator}${rights}${takenOn}`.trim() !== '';

/**
 * A draft into which something that the file says is taken over.
 * @param locale language of a title, an alternative text or a caption; null for the fields that have none
 */
export const withTaken = (
  draft: ImageDraft,
  target: Target,
  value: string | readonly string[],
  locale: StudioLocale | null,
): ImageDraft => {
  if (!isWorded(target)) return { ...draft, [target]: value };
  if (locale === null) return draft;
  return { ...draft, words: { ...draft.words, [locale]: { ...draft.words[locale], [target]: value } } };
};

const filled = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value.trim()]])),
  );

/**
 * Splits a draft into one upload in its first language and one change for each further language, since the studio
 * stores one language at a time.
 * @param first the language to begin with when it has words
 */
export const stepsOf = (draft: ImageDraft, first: StudioLocale) => {
  const order = [first, ...studioLocales.filter((locale) => locale !== first)];
  const written = order.filter((locale) => hasWords(draft.words[locale]));
  const [opening = first, ...others] = written;
  const { credit, creator, rights, takenOn } = draft;
  return {
    locale: opening,
    upload: { ...filled({ ...draft.words[opening] }), ...filled({ credit, creator, rights, takenOn }) },
    others: others.map((locale) => ({ locale, change: filled({ ...draft.words[locale] }) })),
  };
};
