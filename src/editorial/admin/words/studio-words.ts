import type { Config } from 'payload';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import enErrors from '#locales/en/errors.json' with { type: 'json' };
import enFields from '#locales/en/fields.json' with { type: 'json' };
import enStudio from '#locales/en/studio.json' with { type: 'json' };
import frErrors from '#locales/fr/errors.json' with { type: 'json' };
import frFields from '#locales/fr/fields.json' with { type: 'json' };
import frStudio from '#locales/fr/studio.json' with { type: 'json' };
import viErrors from '#locales/vi/errors.json' with { type: 'json' };
import viFields from '#locales/vi/fields.json' with { type: 'json' };
import viStudio from '#locales/vi/studio.json' with { type: 'json' };
import zhErrors from '#locales/zh/errors.json' with { type: 'json' };
import zhFields from '#locales/zh/fields.json' with { type: 'json' };
import zhStudio from '#locales/zh/studio.json' with { type: 'json' };

type Words = Record<string, string>;

/** Our words as the admin's own translations: `t('studio:takeBack.all')`, `t('fields:title')`, `t('errors:slug-taken')`. */
export const studioWords: Record<StudioLocale, { studio: Words; fields: Words; errors: Words }> = {
  vi: { studio: viStudio, fields: viFields, errors: viErrors },
  en: { studio: enStudio, fields: enFields, errors: enErrors },
  fr: { studio: frStudio, fields: frFields, errors: frErrors },
  zh: { studio: zhStudio, fields: zhFields, errors: zhErrors },
};

/** One word in every language, as Payload takes labels; undefined when nobody has written it. */
export const inEveryLanguage = (
  namespace: 'studio' | 'fields',
  key: string,
): Record<StudioLocale, string> | undefined => {
  const entries = studioLocales.map((locale) => [locale, studioWords[locale][namespace][key]] as const);
  return entries.every(([, word]) => word) ? (Object.fromEntries(entries) as Record<StudioLocale, string>) : undefined;
};

export type Translations = NonNullable<NonNullable<Config['i18n']>['translations']>;
