import { readFileSync } from 'node:fs';
import { type PublicLocale, publicLocales, wordsFolder } from '#languages/locales.ts';
import { rightsCodeOf } from '#media/rights/rights.ts';

const read = (locale: PublicLocale): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../../../locales/${wordsFolder(locale)}/rights.json`, import.meta.url), 'utf8'));

const names = new Map(publicLocales.map((locale) => [locale, read(locale)]));

/** Name of a rights statement in a language; its address where it is none that is known here. */
export const nameOfRights = (address: string, locale: PublicLocale): string =>
  names.get(locale)?.[rightsCodeOf(address) ?? ''] ?? address;
