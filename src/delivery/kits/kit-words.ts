import { readFileSync } from 'node:fs';
import { type PublicLocale, publicLocales, toStudioLocale } from '#languages/locales.ts';

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
] as const;

/** A word that the files of a press kit have. */
export type KitWord = (typeof names)[number];

/** Words of one language. */
export type KitWords = Readonly<Record<KitWord, string>>;

const read = (locale: PublicLocale): KitWords => {
  const file = new URL(`../../../locales/${toStudioLocale(locale)}/viewer.json`, import.meta.url);
  const words: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(names.map((name) => [name, words[name] ?? name])) as KitWords;
};

/** Loads the words once, at the start. */
export const loadKitWords = (): ReadonlyMap<PublicLocale, KitWords> =>
  new Map(publicLocales.map((locale) => [locale, read(locale)]));
