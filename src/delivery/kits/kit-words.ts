import { readFileSync } from 'node:fs';
import { type PublicLocale, publicLocales, toStudioLocale } from '#languages/locales.ts';
import type { UsageWords } from '#media/rights/usage-text.ts';
import { usageWords } from '../http/usage-words.ts';

const names = [
  'creator',
  'credit',
  'date',
  'rights',
  'kit.address',
  'kit.alt',
  'kit.caption',
  'kit.contacts',
  'kit.file',
  'kit.holder',
  'kit.licence',
  'kit.licenceNote',
  'kit.line',
  'kit.rightsAddress',
  'kit.terms',
  'kit.title',
  'territories',
  'uses',
] as const;

/** A word that the files of a press kit have. */
export type KitWord = (typeof names)[number];

/** Words of one language. */
export type KitWords = Readonly<Record<KitWord, string>> & UsageWords & { readonly locale: PublicLocale };

const read = (locale: PublicLocale): KitWords => {
  const file = new URL(`../../../locales/${toStudioLocale(locale)}/viewer.json`, import.meta.url);
  const words: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
  const own = Object.fromEntries(names.map((name) => [name, words[name] ?? name])) as Record<KitWord, string>;
  return { ...usageWords(locale), ...own, locale };
};

/** Loads the words once, at the start. */
export const loadKitWords = (): ReadonlyMap<PublicLocale, KitWords> =>
  new Map(publicLocales.map((locale) => [locale, read(locale)]));
