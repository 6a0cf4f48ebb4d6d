'use client';
import { useTranslation } from '@payloadcms/ui';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';

export type Say = (key: string, values?: Record<string, string | number>) => string;

/**
 * Words of the studio in the language of the person.
 * @returns `say` for namespace `studio`, `sayIn` for a full key such as `errors:slug-taken`, and the language.
 */
export const useWords = (): { say: Say; sayIn: Say; language: StudioLocale } => {
  const { t, i18n } = useTranslation<Record<string, never>, string>();
  const sayIn: Say = (key, values) => t(key, values);
  const language: string = i18n.language;
  return {
    say: (key, values) => sayIn(`studio:${key}`, values),
    sayIn,
    language: isStudioLocale(language) ? language : 'vi',
  };
};
