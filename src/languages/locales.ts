/**
 * Which languages exist. Inside (studio, database) a language has Payload's code, outside (feed, API) its
 * BCP 47 tag: Chinese is `zh` inside and `zh-Hans` outside. Traditional Chinese exists outside alone: nobody writes it, it is
 * converted from Simplified when a record is built (decision 0032).
 */
export const studioLocales = ['vi', 'en', 'fr', 'zh'] as const;
export type StudioLocale = (typeof studioLocales)[number];

/** Languages that people write, by their public tags. */
export const writtenLocales = ['vi', 'en', 'fr', 'zh-Hans'] as const;
export type WrittenLocale = (typeof writtenLocales)[number];

/** Languages that the public can ask for. */
export const publicLocales = [...writtenLocales, 'zh-Hant'] as const;
export type PublicLocale = (typeof publicLocales)[number];

const outside: Record<StudioLocale, WrittenLocale> = { vi: 'vi', en: 'en', fr: 'fr', zh: 'zh-Hans' };
const inside: Record<WrittenLocale, StudioLocale> = { vi: 'vi', en: 'en', fr: 'fr', 'zh-Hans': 'zh' };

/** The tag under which the world outside the studio sees what is written in a language. */
export const toPublicLocale = (locale: StudioLocale): WrittenLocale => outside[locale];

/** The code that the studio and its database use. */
export const toStudioLocale = (locale: WrittenLocale): StudioLocale => inside[locale];

/** Every tag under which the public gets what is written in a language, the written one first. */
export const publicLocalesOf = (locale: StudioLocale): PublicLocale[] =>
  publicLocales.filter((each) => writtenAs(each) === outside[locale]);

/** The language that a public one is written in: itself, and Simplified for Traditional Chinese. */
export const writtenAs = (locale: PublicLocale): WrittenLocale => (locale === 'zh-Hant' ? 'zh-Hans' : locale);

/** Folder of `locales` with the words of ours in a public language. */
export const wordsFolder = (locale: PublicLocale): StudioLocale | 'zh-Hant' =>
  locale === 'zh-Hant' ? locale : inside[locale];

export const isStudioLocale = (value: unknown): value is StudioLocale => studioLocales.includes(value as StudioLocale);

export const isWrittenLocale = (value: unknown): value is WrittenLocale =>
  writtenLocales.includes(value as WrittenLocale);

export const isPublicLocale = (value: unknown): value is PublicLocale => publicLocales.includes(value as PublicLocale);

/** A language's own name for itself, as a chooser shows it. */
export const ownNames: Record<StudioLocale, string> = {
  vi: 'Tiếng Việt',
  en: 'English',
  fr: 'Français',
  zh: '简体中文',
};
