import { readFileSync } from 'node:fs';
import { publicLocales, wordsFolder } from '#languages/locales.ts';
import type { RightsCode } from '#media/rights/rights.ts';
import type { LanguageMap } from '../views/iiif/language-map.ts';

/** What viewers write before the lines of a picture, and above the list of all albums. */
export type ViewerLabel =
  | 'creator'
  | 'credit'
  | 'date'
  | 'places'
  | 'topics'
  | 'agency'
  | 'rights'
  | 'uses'
  | 'territories'
  | 'albums';

/** Words that viewers of pictures show, in every language at once. */
export interface ViewerWords {
  label(name: ViewerLabel): LanguageMap;
  rights(code: RightsCode): LanguageMap;
}

const read = (namespace: string) =>
  publicLocales.map((locale) => {
    const file = new URL(`../../../locales/${wordsFolder(locale)}/${namespace}.json`, import.meta.url);
    const words: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));
    return [locale, words] as const;
  });

/** Loads the words once, at the start. */
export const loadViewerWords = (): ViewerWords => {
  const [labels, rights] = [read('viewer'), read('rights')];
  const pick = (from: typeof labels, key: string): LanguageMap =>
    Object.fromEntries(from.map(([locale, words]) => [locale, [words[key] ?? key]]));
  return { label: (name) => pick(labels, name), rights: (code) => pick(rights, code) };
};
