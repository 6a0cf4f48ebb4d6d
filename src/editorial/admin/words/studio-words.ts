import type { Config } from 'payload';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { enWords } from './en-words.ts';
import { frWords } from './fr-words.ts';
import { viWords } from './vi-words.ts';
import { zhWords } from './zh-words.ts';

/** Our words as the admin's own translations: `t('studio:takeBack.all')`, `t('fields:title')`, `t('errors:slug-taken')`. */
export const studioWords: Record<StudioLocale, Record<keyof typeof viWords, Record<string, string>>> = {
  vi: viWords,
  en: enWords,
  fr: frWords,
  zh: zhWords,
};

/** One word in every language, as Payload takes labels; undefined when nobody has written it. */
export const inEveryLanguage = (
  namespace: 'studio' | 'fields' | 'translation',
  key: string,
): Record<StudioLocale, string> | undefined => {
  const entries = studioLocales.map((locale) => [locale, studioWords[locale][namespace][key]] as const);
  return entries.every(([, word]) => word) ? (Object.fromEntries(entries) as Record<StudioLocale, string>) : undefined;
};

export type Translations = NonNullable<NonNullable<Config['i18n']>['translations']>;
