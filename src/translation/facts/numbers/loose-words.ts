import type { StudioLocale } from '#languages/locales.ts';
import type { NumberAt } from './said.ts';

const words: Record<StudioLocale, Readonly<Record<string, string>>> = {
  en: {
    '0.5': 'half(?:\\sof)?(?:\\san?)?',
    '0.25': 'quarter',
    '2': 'twice|double[ds]?|couple|pair|both|duo',
    '3': 'triple[ds]?|trio',
    '10': 'decades?|ten(?=s of)',
    '12': 'dozens?',
  },
  fr: {
    '0.5': 'demi(?:e|-)?|moitié',
    '0.25': 'quart',
    '2': 'doubl(?:e|é|és|er)|couple|paire|duo',
    '3': 'tripl(?:e|é|és|er)|trio',
    '4': 'quadrupl(?:e|é|és|er)',
    '5': 'quintuple',
    '6': 'sextuple',
    '10': 'dizaines?|décennies?',
    '12': 'douzaines?',
    '15': 'quinzaine',
    '20': 'vingtaine',
    '30': 'trentaine',
    '40': 'quarantaine',
    '50': 'cinquantaine',
    '60': 'soixantaine',
    '100': 'centaines?',
  },
  vi: {
    '0.5': 'nửa',
    '2': 'đôi|cặp',
    '10': 'chục|thập kỷ|thập kỉ|thập niên',
    '12': 'tá',
    '150': 'trăm rưỡi',
    '1500': 'nghìn rưỡi|ngàn rưỡi',
    '1500000': 'triệu rưỡi',
    '1500000000': 'tỷ rưỡi|tỉ rưỡi',
  },
  zh: { '0.5': '半', '2': '双|两倍' },
};

const patterns = Object.fromEntries(
  Object.entries(words).map(([locale, list]) => [
    locale,
    Object.entries(list).map(([value, word]) => {
      const edges = locale === 'zh' ? word : `(?<!\\p{L})(?:${word})(?!\\p{L})`;
      return [value, new RegExp(edges, 'giu')] as const;
    }),
  ]),
) as Record<StudioLocale, (readonly [string, RegExp])[]>;

const english = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
/** Numbers in names that stay English: League One, Four Corners. */
const names = new RegExp(`(?<!\\p{Script=Latin})(?:${english.join('|')})(?!\\p{Script=Latin})`, 'gu');

const loose = (value: string, word: string, start: number): NumberAt => {
  return { value, also: [], start, end: start + word.length, inWords: true, certain: false };
};

const inNames = (text: string, locale: StudioLocale): NumberAt[] => {
  if (locale === 'en') return [];
  return [...text.matchAll(names)].map(({ 0: word, index }) => loose(String(english.indexOf(word) + 1), word, index));
};

/** Words that say a number in passing (a couple, une quarantaine, thập kỷ): never certain, but they agree with one that is. */
export const readLooseWords = (text: string, locale: StudioLocale): NumberAt[] => [
  ...patterns[locale].flatMap(([value, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: word, index }) => loose(value, word, index)),
  ),
  ...inNames(text, locale),
];
