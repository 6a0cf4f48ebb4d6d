import { type PublicLocale, publicLocales } from '#languages/locales.ts';
import { viewerWords } from '#locales/viewer-words.ts';

/** Words of one language that the files of a press kit have, and which language it is. */
export type KitWords = Readonly<Record<keyof (typeof viewerWords)[PublicLocale], string>> & {
  readonly locale: PublicLocale;
};

export const kitWords: ReadonlyMap<PublicLocale, KitWords> = new Map(
  publicLocales.map((locale) => [locale, { ...viewerWords[locale], locale }]),
);
