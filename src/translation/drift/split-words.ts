import type { StudioLocale } from '#languages/locales.ts';

/** A piece of a text: a word, or what stands between words. */
export interface Token {
  readonly text: string;
  readonly isWord: boolean;
}

const segmenters = new Map<StudioLocale, Intl.Segmenter>();

const segmenterOf = (locale: StudioLocale): Intl.Segmenter => {
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, known);
  return known;
};

/** A text word by word, Chinese too; Vietnamese by syllable. Joined again it is the text. */
export const splitWords = (text: string, locale: StudioLocale): Token[] =>
  [...segmenterOf(locale).segment(text)].map(({ segment, isWordLike }) => ({
    text: segment,
    isWord: isWordLike ?? false,
  }));
