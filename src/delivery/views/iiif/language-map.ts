import { z } from 'zod';
import { type PublicLocale, publicLocales } from '#languages/locales.ts';

const texts = z.array(z.string());

/** Words by language (IIIF Presentation API 3.0, 4.1); `none` where they belong to no language. */
export const languageMap = z
  .strictObject({
    vi: texts.optional(),
    en: texts.optional(),
    fr: texts.optional(),
    'zh-Hans': texts.optional(),
    'zh-Hant': texts.optional(),
    none: texts.optional(),
  })
  .meta({ id: 'LanguageMap', description: 'Words by language', example: { en: ['Bến Thành Market'] } });
export type LanguageMap = z.infer<typeof languageMap>;

/** The words of each language that has any; null when none has. */
export const inLanguages = (
  wordsOf: (locale: PublicLocale) => string | readonly string[] | null,
): LanguageMap | null => {
  const entries = publicLocales.flatMap((locale) => {
    const words = [wordsOf(locale) ?? []].flat().filter((text) => text !== '');
    return words.length > 0 ? [[locale, words] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : null;
};

/** Words that belong to no language: names, dates. */
export const inNone = (text: string): LanguageMap | null => (text === '' ? null : { none: [text] });
