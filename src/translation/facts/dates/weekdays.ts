import type { StudioLocale } from '#languages/locales.ts';
import type { Found } from '../fact.ts';

/** Monday first, as in ISO 8601. */
const words: Record<Exclude<StudioLocale, 'zh'>, readonly string[]> = {
  en: ['Mondays?', 'Tuesdays?', 'Wednesdays?', 'Thursdays?', 'Fridays?', 'Saturdays?', 'Sundays?'],
  fr: ['lundis?', 'mardis?', 'mercredis?', 'jeudis?', 'vendredis?', 'samedis?', 'dimanches?'],
  vi: ['hai|2', 'ba|3', 'tư|4', 'năm|5', 'sáu|6', 'bảy|bẩy|7', ''],
};

const timeWords = '[Hh]ôm|[Nn]gày|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Vv]ào|[Vv]à|đến';

/** `thứ hai` is Monday, or the second of something: a day behind a word of time, or as a name. */
const vietnamese = (word: string): RegExp =>
  word === ''
    ? /(?<!\p{L})chủ nhật(?!\p{L})/giu
    : new RegExp(`(?:(?<=(?:${timeWords})\\s)[Tt]hứ|(?<!\\p{L})Thứ)\\s(?:${named(word)})(?!\\p{L}|\\d)`, 'gu');

/** In small letters, or with a capital as many write them. */
function named(word: string): string {
  return word
    .split('|')
    .map((one) => `[${one[0]}${one[0]?.toUpperCase()}]${one.slice(1)}`)
    .join('|');
}

const patterns: Record<StudioLocale, readonly RegExp[]> = {
  en: words.en.map((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu')),
  fr: words.fr.map((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu')),
  vi: words.vi.map(vietnamese),
  zh: [...'一二三四五六'].map((sign) => weekday(sign)).concat([weekday('[日天]')]),
};

function weekday(sign: string): RegExp {
  return new RegExp(`(?<![一二两三四五六七八九十几每\\d])(?:周|星期|礼拜)${sign}(?!次|[个年周])`, 'gu');
}

/** Days of the week, as `w1` (Monday) to `w7`. */
export const readWeekdays = (text: string, locale: StudioLocale): Found[] =>
  patterns[locale].flatMap((pattern, at) =>
    [...text.matchAll(pattern)].map(
      ({ 0: word, index }): Found => ({
        kind: 'date',
        value: `w${at + 1}`,
        start: index,
        end: index + word.length,
        inWords: true,
      }),
    ),
  );

const ordinals = ['nhất', 'hai|nhì', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** `thứ tư` where it is no day for sure: the fourth, or Wednesday. */
export const readVietnameseOrdinals = (text: string, locale: StudioLocale): Found[] => {
  if (locale !== 'vi') return [];
  return ordinals.flatMap((word, at) =>
    [...text.matchAll(new RegExp(`(?<!\\p{L})thứ (?:${word})(?!\\p{L})`, 'giu'))].map(({ 0: whole, index }): Found => {
      const span = { start: index, end: index + whole.length };
      return { kind: 'number', value: String(at + 1), ...span, also: [`w${at}`], inWords: true, certain: false };
    }),
  );
};
