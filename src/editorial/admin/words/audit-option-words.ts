import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { speak } from '../../words/speak.ts';
import { inEveryLanguage } from './studio-words.ts';

type Words = Record<StudioLocale, string>;

/** What a line of the audit log speaks of has its name elsewhere: kinds of documents in the menu, reasons in the refusals. */
export const auditOptionWords = (field: string, value: string): Words | undefined => {
  if (field === 'collection') return inEveryLanguage('fields', `${value}.singular`);
  if (field !== 'code') return undefined;
  const titles = studioLocales.map((locale) => [locale, speak(locale, 'problems', value)] as const);
  return Object.fromEntries(titles) as Words;
};
