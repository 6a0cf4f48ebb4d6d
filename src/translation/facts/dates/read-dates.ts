import type { StudioLocale } from '#languages/locales.ts';
import { without } from '../claim.ts';
import type { Found } from '../fact.ts';
import { hanNumber } from '../numbers/han.ts';
import { datePatterns, looseDatePatterns } from './date-patterns.ts';
import { type DateParts, dateValue } from './date-value.ts';
import { monthWords } from './month-words.ts';

type Groups = Readonly<Record<string, string | undefined>>;

const numberOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  return Number(/^\d+$/.test(text) ? text : hanNumber(text));
};

/** Months of the lunar year that have names of their own in Chinese. */
const lunarMonths: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

const monthOf = ({ month, lunar, word }: Groups, locale: StudioLocale): number | undefined => {
  if (lunar !== undefined) return lunarMonths[lunar];
  if (word === undefined || locale === 'zh') return numberOf(month);
  return monthWords[locale].get(word.toLowerCase().replace(/\s+/g, ' '));
};

/** Day and month of an English date in digits may stand the other way round. */
const turned = ({ year, month, day }: DateParts): string | undefined => dateValue({ year, month: day, day: month });

const found = (value: string, span: { start: number; end: number }, also: readonly (string | undefined)[]): Found => ({
  kind: 'date',
  value,
  ...span,
  also: also.filter((one) => one !== undefined && one !== value) as string[],
});

/** Where the last of several days stands. */
const splitAt = (whole: string, last: string): number => whole.indexOf(last, 1 + whole.search(/\D/));

const readOne = ({ 0: whole, index, groups = {} }: RegExpExecArray, locale: StudioLocale): Found[] => {
  const parts: DateParts = { year: numberOf(groups.year), month: monthOf(groups, locale), day: numberOf(groups.day) };
  const span = { start: index, end: index + whole.trimEnd().length };
  const isOpen = groups.sign === '/' && locale === 'en' && whole.indexOf(groups.year ?? '') > 0;
  const usual = dateValue(parts);
  const other = isOpen ? turned(parts) : undefined;
  const value = usual ?? other;
  if (value === undefined) return [];
  if (groups.last === undefined) return [found(value, span, [other])];
  const last = dateValue({ ...parts, day: numberOf(groups.last) });
  if (last === undefined) return [];
  const middle = index + splitAt(whole, groups.last);
  return [found(value, { start: index, end: middle }, []), found(last, { start: middle, end: span.end }, [])];
};

const readAll = (text: string, patterns: readonly RegExp[], locale: StudioLocale): Found[] => {
  const all: Found[] = [];
  let left = text;
  for (const pattern of patterns) {
    const more = [...left.matchAll(pattern)].flatMap((match) => readOne(match, locale));
    all.push(...more);
    left = without(left, more);
  }
  return all;
};

/** Dates of two parts and more: days of a month, months of a year, whole dates. Of several days each is a date. */
export const readDates = (text: string, locale: StudioLocale): Found[] => readAll(text, datePatterns[locale], locale);

/** Months, and days and years with the word that says what they are. */
export const readLooseDates = (text: string, locale: StudioLocale): Found[] =>
  readAll(text, looseDatePatterns[locale], locale);
