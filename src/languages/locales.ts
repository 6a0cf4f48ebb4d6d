/**
 * Which languages exist. Inside (studio, database) a language has Payload's code, outside (feed, API) its
 * BCP 47 tag: Chinese is `zh` inside and `zh-Hans` outside.
 */
export const studioLocales = ['vi', 'en', 'fr', 'zh'] as const;
export type StudioLocale = (typeof studioLocales)[number];

export const publicLocales = ['vi', 'en', 'fr', 'zh-Hans'] as const;
export type PublicLocale = (typeof publicLocales)[number];

const outside: Record<StudioLocale, PublicLocale> = { vi: 'vi', en: 'en', fr: 'fr', zh: 'zh-Hans' };
const inside: Record<PublicLocale, StudioLocale> = { vi: 'vi', en: 'en', fr: 'fr', 'zh-Hans': 'zh' };

/** The tag that the world outside the studio sees. */
export const toPublicLocale = (locale: StudioLocale): PublicLocale => outside[locale];

/** The code that the studio and its database use. */
export const toStudioLocale = (locale: PublicLocale): StudioLocale => inside[locale];

export const isStudioLocale = (value: unknown): value is StudioLocale => studioLocales.includes(value as StudioLocale);

export const isPublicLocale = (value: unknown): value is PublicLocale => publicLocales.includes(value as PublicLocale);

/** A language's own name for itself, as a chooser shows it. */
export const ownNames: Record<StudioLocale, string> = {
  vi: 'Tiếng Việt',
  en: 'English',
  fr: 'Français',
  zh: '简体中文',
};
