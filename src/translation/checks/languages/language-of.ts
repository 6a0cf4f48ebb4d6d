import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { smallWords } from './language-words.ts';

/** How much of a text is of each language, 0 to 1: Chinese by its characters, the others by their small words. */
export type LanguageShares = Readonly<Record<StudioLocale, number>>;

const ideograph = /\p{Script=Han}/gu;
const word = /[\p{Script=Latin}\p{M}]+/gu;

/** @returns shares, and how many words (characters of Chinese) they rest on */
export const languageShares = (text: string): { readonly shares: LanguageShares; readonly size: number } => {
  const han = text.match(ideograph)?.length ?? 0;
  const words = text.normalize('NFC').toLowerCase().match(word) ?? [];
  const size = han + words.length;
  const shareOf = (list: ReadonlySet<string>) => (size === 0 ? 0 : words.filter((one) => list.has(one)).length / size);
  const shares = {
    zh: size === 0 ? 0 : han / size,
    en: shareOf(smallWords.en),
    fr: shareOf(smallWords.fr),
    vi: shareOf(smallWords.vi),
  };
  return { shares, size };
};

/** Fewer words than these may be names. */
const fewest = 4;
/** Share of small words from which on a text is of a language, if there are two: names and numbers have none, a title one. */
const enough = 0.12;

/** The language that a text is in, undefined where it is too short to tell, or is all names. */
export const languageOf = (text: string): StudioLocale | undefined => {
  const { shares, size } = languageShares(text);
  if (size < fewest) return undefined;
  if (shares.zh > 0.4) return 'zh';
  const [best, next] = studioLocales.filter((locale) => locale !== 'zh').sort((a, b) => shares[b] - shares[a]);
  if (!best || !next || shares[best] < enough || shares[best] * size < 2 || shares[best] < 2 * shares[next])
    return undefined;
  return best;
};
