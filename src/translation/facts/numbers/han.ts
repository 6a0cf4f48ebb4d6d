import { type Decimal, readDigits, shifted, sum } from './decimal.ts';
import type { NumberAt } from './said.ts';

const figures = '〇零一二三四五六七八九';
/** 廿 and 卅 are tens in one figure, in days of the lunar calendar above all. */
const tens: Record<string, string> = { 廿: '二十', 卅: '三十' };
const figureOf = (figure: string): number => (figure === '两' ? 2 : Math.max(figures.indexOf(figure) - 1, 0));
const zerosOf: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** Digits with the signs of their scale (3万5千, 1.42亿), or a number in figures of Chinese. */
const pattern =
  /(?<![\d,])(?:\d[\d,]*(?:\.\d+)?\s?[多余来]?[十百千万亿]+)+(?:\d+(?![\d.,]))?|[〇零一二两三四五六七八九十百千万亿廿卅]+/gu;
const piece = /(\d[\d,]*(?:\.\d+)?)\s?[多余来]?([十百千万亿]*)/gu;

const zerosOfAll = (signs: string): number => [...signs].reduce((zeros, sign) => zeros + (zerosOf[sign] ?? 0), 0);

/** 3万5 is 3万5千 in short, as 三万五 is; more digits than one stand for themselves. */
const zerosBelow = (text: string, digits: string): number =>
  digits.length === 1 && text.length > 1 ? Math.max(0, (zerosOf[text.at(-2) ?? ''] ?? 0) - 1) : 0;

const ofDigits = (text: string): Decimal =>
  [...text.matchAll(piece)].reduce<Decimal>((total, [, digits = '', signs = '']) => {
    const [value = '0'] = readDigits(digits.replaceAll(',', ''), 'zh');
    const zeros = signs === '' ? zerosBelow(text, digits) : zerosOfAll(signs);
    return sum(total, shifted(value, zeros));
  }, '0');

/** A number under ten thousand: 三千五百, 十五. */
const underTenThousand = (text: string): number => {
  let total = 0;
  let figure = 0;
  for (const sign of text) {
    const zeros = zerosOf[sign];
    if (zeros === undefined) figure = figureOf(sign);
    else {
      total += (figure || 1) * 10 ** zeros;
      figure = 0;
    }
  }
  return total + figure;
};

const ofScales = (text: string): number => {
  for (const [sign, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(sign);
    if (at !== -1) return (ofScales(text.slice(0, at)) || 1) * size + ofScales(text.slice(at + 1));
  }
  return underTenThousand(text);
};

const below: Record<string, string> = { 百: '十', 千: '百', 万: '千', 亿: '千万' };

/** 三万五 is 三万五千 in short: a figure straight after a scale counts the scale below; five more than that is 三万零五. */
const inFull = (text: string): string =>
  text.replace(/(?<=([百千万亿]))[一二两三四五六七八九]$/u, (figure, scale: string) => figure + below[scale]);

/** 二〇二六: figure by figure, as years are written. */
const ofFigures = (text: string): string => [...text].map(figureOf).join('');

/** @returns the number that figures of Chinese say, as text */
export const hanNumber = (given: string): string => {
  const text = given.replace(/[廿卅]/g, (sign) => tens[sign] ?? sign);
  return /[十百千万亿]/.test(text) ? String(ofScales(inFull(text))) : ofFigures(text).replace(/^0+(?=\d)/, '');
};

/** What counts single things: before it a small figure is a number. */
const counters = /^[个名位次天岁项只条家场座栋届种周]/;

/** 千万 and 万一 are words, 三四 is three or four, 百万 alone often so many: a figure before its scale is a number. */
const isSure = (text: string, value: string, behind: string): boolean =>
  (/^[四五六七八九十]$/.test(text) && counters.test(behind)) ||
  (Number(value) >= 11 &&
    (/[一二两三四五六七八九][十百千万亿]|^十[一二三四五六七八九]$/.test(text) || text.length >= 4));

const readOne = (text: string, start: number, behind: string): NumberAt => {
  const end = start + text.length;
  if (/\d/.test(text)) return { value: ofDigits(text), also: [], start, end, inWords: false, certain: true };
  const value = hanNumber(text);
  return { value, also: [], start, end, inWords: true, certain: isSure(text, value, behind) };
};

/** 数十, 几千, 上万 and 成百: nobody knows how many. */
const isVague = (text: string, whole: string, at: number): boolean =>
  /[数几上]/.test(text[at - 1] ?? '') || (text[at - 1] === '成' && /^[百千万]/.test(whole));

/** Numbers in figures of Chinese, and in digits with Chinese scales. */
export const readHanNumbers = (text: string): NumberAt[] =>
  [...text.matchAll(pattern)]
    .filter(({ 0: whole, index }) => /\d/.test(whole) || !isVague(text, whole, index))
    .map(({ 0: whole, index }) => readOne(whole, index, text.slice(index + whole.length, index + whole.length + 1)))
    .filter(({ start, end }) => end > start);
