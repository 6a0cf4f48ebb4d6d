import type { StudioLocale } from '#languages/locales.ts';
import { without } from '../claim.ts';
import { type Decimal, readDigits, shifted, sum } from './decimal.ts';
import { readHanNumbers } from './han.ts';
import { readLooseWords } from './loose-words.ts';
import { readRomans } from './roman.ts';
import { type NumberAt, readSaidNumbers, type WordedLocale } from './said.ts';

/** Digits in groups or not; spaces group in French, elsewhere only such as nobody types by chance. */
const digits: Record<StudioLocale, RegExp> = {
  fr: /(?<!\d)(?:\d{1,3}(?:[\s.]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)/gu,
  en: /(?<!\d)(?:\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)/gu,
  vi: /(?<!\d)(?:\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)/gu,
  zh: /(?<!\d)(?:\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)/gu,
};

const scaleWords: Record<WordedLocale, Record<string, number>> = {
  en: { hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12, bn: 9, k: 3 },
  fr: { cents: 2, mille: 3, millier: 3, milliers: 3, million: 6, millions: 6, milliard: 9, milliards: 9, Md: 9 },
  vi: { trăm: 2, nghìn: 3, ngàn: 3, triệu: 6, tỷ: 9, tỉ: 9, 'nghìn tỷ': 12, 'nghìn tỉ': 12, 'ngàn tỷ': 12 },
};
const scalePattern = (locale: WordedLocale): RegExp => {
  const words = Object.keys(scaleWords[locale]).sort((a, b) => b.length - a.length);
  return new RegExp(`^[\\s-]?(${words.join('|')})(?!\\p{L})`, 'iu');
};
const scales = { en: scalePattern('en'), fr: scalePattern('fr'), vi: scalePattern('vi') };

/** Zeros that the word behind a number adds, and the length of that word with its space. */
const scaleBehind = (rest: string, locale: WordedLocale): { zeros: number; length: number } | undefined => {
  const [whole, word = ''] = scales[locale].exec(rest) ?? [];
  if (whole === undefined) return undefined;
  const zeros = scaleWords[locale][word] ?? scaleWords[locale][word.toLowerCase()] ?? 0;
  return { zeros, length: whole.length };
};

interface Scaled {
  readonly values: readonly Decimal[];
  readonly end: number;
  readonly zeros: number;
}

const scaled = (text: string, values: readonly Decimal[], end: number, locale: StudioLocale): Scaled => {
  const behind = locale === 'zh' ? undefined : scaleBehind(text.slice(end, end + 14), locale);
  if (!behind) return { values, end, zeros: 0 };
  return {
    values: values.map((value) => shifted(value, behind.zeros)),
    end: end + behind.length,
    zeros: behind.zeros,
  };
};

/** Whole numbers of a version or a score (`1.2.3`, `13.21.3`), each by itself. */
const apart = (raw: string, start: number): NumberAt[] =>
  [...raw.matchAll(/\d+/g)].map(({ 0: one, index }) => ({
    value: readDigits(one, 'en')[0] ?? one,
    also: [],
    start: start + index,
    end: start + index + one.length,
    inWords: false,
    certain: true,
  }));

const readDigitNumbers = (text: string, locale: StudioLocale): NumberAt[] =>
  [...text.matchAll(digits[locale])].flatMap(({ 0: raw, index }) => {
    const values = readDigits(raw, locale);
    if (values.length === 0) return apart(raw, index);
    const {
      values: [value = '0', ...also],
      end,
    } = scaled(text, values, index + raw.length, locale);
    return [{ value, also, start: index, end, inWords: false, certain: true }];
  });

const zerosAtEnd = (value: Decimal): number => /0*$/.exec(value)?.[0].length ?? 0;

const goesOn = (text: string, first: NumberAt, second: NumberAt, locale: StudioLocale): boolean => {
  const isNext = locale === 'vi' && /^\s$/.test(text.slice(first.end, second.start)) && first.value !== second.value;
  const fits = isNext && zerosAtEnd(first.value) >= 6 && second.value.length <= zerosAtEnd(first.value);
  return fits && /\p{L}$/u.test(text.slice(second.start, second.end));
};

/** `5 triệu 200 nghìn` is one number: the second is smaller than what the first leaves free. */
const joined = (text: string, numbers: readonly NumberAt[], locale: StudioLocale): NumberAt[] => {
  const made: NumberAt[] = [];
  for (const first of numbers.toReversed()) {
    const second = made.at(-1);
    if (second && goesOn(text, first, second, locale)) {
      made[made.length - 1] = { ...first, value: sum(first.value, second.value), also: [], end: second.end };
    } else made.push(first);
  }
  return made.toReversed();
};

const range = /^\s?(?:[-–—~]|to|and|or|through|à|et|ou|đến|tới|và|hoặc|至|到|或)\s?(?:[$€£¥]|US\$)?$/u;

/** `2 to 3 million`: the first may be meant in millions too. */
const withScaleOfNext = (text: string, numbers: readonly NumberAt[]): NumberAt[] =>
  numbers.map((one, at) => {
    const next = numbers[at + 1];
    if (!next || one.value.length > 4 || !range.test(text.slice(one.end, next.start))) return one;
    const zeros = [12, 9, 8, 6, 4, 3].find((count) => zerosAtEnd(next.value) >= count - 2 && next.value.length > count);
    return zeros === undefined ? one : { ...one, also: [...one.also, shifted(one.value, zeros)] };
  });

/** All numbers of a text, in digits, in words and in Roman figures, in reading order. */
export const readNumbers = (text: string, locale: StudioLocale): NumberAt[] => {
  const romans = readRomans(text, locale);
  const han = locale === 'zh' ? readHanNumbers(without(text, romans)) : [];
  const written = readDigitNumbers(without(text, [...romans, ...han]), locale);
  const before = [...romans, ...han, ...written];
  const said = locale === 'zh' ? [] : readSaidNumbers(without(text, before), locale);
  const loose = readLooseWords(without(text, [...before, ...said]), locale);
  const all = [...before, ...said, ...loose].sort((a, b) => a.start - b.start);
  return withScaleOfNext(text, joined(text, all, locale));
};
