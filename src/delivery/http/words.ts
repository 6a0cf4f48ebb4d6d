import { readFileSync } from 'node:fs';
import i18next, { type i18n } from 'i18next';
import type { FailureCode } from '#errors/failures.ts';
import { type PublicLocale, publicLocales, wordsFolder } from '#languages/locales.ts';

/** The words of refusals in the languages of the public. What of them only others meet is in Simplified Chinese alone. */
export interface Words {
  /** The same for every occurrence of a code. */
  title(code: FailureCode, locale: PublicLocale): string;
  /** What happened here and what to do about it. */
  detail(code: FailureCode, locale: PublicLocale, values: Readonly<Record<string, string | number>>): string;
}

const namespaces = ['errors', 'problems'] as const;

const readWords = (): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    publicLocales.map(wordsFolder).map((locale) => [
      locale,
      Object.fromEntries(
        namespaces.map((namespace) => {
          const file = new URL(`../../../locales/${locale}/${namespace}.json`, import.meta.url);
          return [namespace, JSON.parse(readFileSync(file, 'utf8'))];
        }),
      ),
    ]),
  );

const speaker = (): i18n => {
  const instance = i18next.createInstance();
  void instance.init({
    lng: 'vi',
    fallbackLng: { 'zh-Hant': ['zh'], default: [] },
    ns: namespaces,
    resources: readWords() as never,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
};

/** Loads the words once, at the start. */
export const loadWords = (): Words => {
  const speak = speaker();
  return {
    title: (code, locale) => speak.t(code, { lng: wordsFolder(locale), ns: 'problems' }),
    detail: (code, locale, values) => speak.t(code, { ...values, lng: wordsFolder(locale), ns: 'errors' }),
  };
};
