import type { StudioLocale } from '#languages/locales.ts';

/** Stuck to its digits, and behind nothing that it could part from them: no range, no score, no hyphen of a word. */
const sign = /(?:^|[\s(（：:“«"，,、到至])[-−–]$/u;

const wordBefore: Record<StudioLocale, RegExp> = {
  en: /(?<!\p{L})minus\s$/iu,
  fr: /(?<!\p{L})moins\s$/iu,
  vi: /(?<!\p{L})âm\s$/iu,
  zh: /(?:零下|负)\s?$/u,
};
const wordBehind: Record<StudioLocale, RegExp> = {
  en: /^(?:\s(?:Celsius|Fahrenheit))?\sbelow\s(?:zero|freezing)/iu,
  fr: /^\s(?:au-)?(?:dessous|sous)\s(?:de\s)?zéro/iu,
  vi: /^\sdưới\s(?:0|không)(?:\sđộ)?/iu,
  zh: /^(?!)/u,
};

/** Whether a number has the sign of less than nothing before it: −5. */
export const hasMinus = (before: string): boolean => sign.test(before);

/** Whether degrees are below zero: −5 °C, minus 5 degrees, âm 5 độ, 零下5度, 5 degrees below zero. */
export const isBelowZero = (before: string, behind: string, locale: StudioLocale): boolean =>
  hasMinus(before) || wordBefore[locale].test(before) || wordBehind[locale].test(behind);
