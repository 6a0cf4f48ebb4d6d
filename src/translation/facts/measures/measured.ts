import type { StudioLocale } from '#languages/locales.ts';
import type { FactKind, Found } from '../fact.ts';
import { shifted } from '../numbers/decimal.ts';
import type { NumberAt } from '../numbers/said.ts';
import { hasMinus, isBelowZero } from './below-zero.ts';
import { currencyBefore, currencyBehind } from './currencies.ts';
import { unitBehind } from './units.ts';

const percentBehind: Record<StudioLocale, RegExp> = {
  en: /^[\s-]?(?:%|per\s?cent(?!\p{L})|percentage\spoints?|pc(?!\p{L}))/iu,
  fr: /^\s?(?:%|pour\s?cents?(?!\p{L})|points?\sde\spourcentage)/iu,
  vi: /^\s?(?:%|phần\străm|điểm\sphần\străm)/iu,
  zh: /^\s?(?:%|个?百分点|％)/u,
};
/** Chinese says of a hundred before the number. */
const percentBefore = /百分之\s?$/u;
/** Chinese counts in tenths too: 七成, 7成. */
const tenths = /^成(?![为功立员长就果本年分千百交份品都双群书语型员])/u;
/** Chinese says of an hour before the number too: 每小时85英里. */
const perHour = /(?:每小时|时速)(?:约|为|达)?\s?$/u;
const speeds: Readonly<Record<string, string>> = { km: 'km/h', mi: 'mph' };
/** What makes an ordinal of digits. */
const ordinalBehind: Record<StudioLocale, RegExp> = {
  en: /^(?:st|nd|rd|th)(?!\p{L})/u,
  fr: /^(?:er|ère|re|e|è|ème|ième|nd|nde)s?(?!\p{L})/u,
  vi: /^(?!)/u,
  zh: /^(?!)/u,
};

interface Measure {
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
  readonly valueFor: (number: string) => string;
  readonly also?: (number: string) => readonly string[];
}

const measureOf = (text: string, { start, end }: NumberAt, locale: StudioLocale): Measure => {
  const before = text.slice(Math.max(0, start - 6), start);
  const behind = text.slice(end, end + 24);
  const percent = percentBehind[locale].exec(behind)?.[0].length;
  const ofHundred = locale === 'zh' ? percentBefore.exec(before)?.[0].length : undefined;
  if (percent !== undefined) return { kind: 'percent', start, end: end + percent, valueFor: (number) => `${number}%` };
  if (ofHundred !== undefined)
    return { kind: 'percent', start: start - ofHundred, end, valueFor: (number) => `${number}%` };
  if (locale === 'zh' && tenths.test(behind) && !behind.startsWith('成不变'))
    return { kind: 'percent', start, end: end + 1, valueFor: (number) => `${shifted(number, 1)}%` };
  const money = currencyBefore(before);
  if (money) return amount(start - money.length, end, money.code);
  const paid = currencyBehind(behind, locale);
  if (paid) return amount(start, end + paid.length, paid.code);
  const unit = unitBehind(behind, locale);
  const hourly = locale === 'zh' ? perHour.exec(before)?.[0].length : undefined;
  if (unit && hourly !== undefined && speeds[unit.unit] !== undefined) {
    const speed = speeds[unit.unit];
    return {
      kind: 'quantity',
      start: start - hourly,
      end: end + unit.length,
      valueFor: (number) => `${number} ${speed}`,
    };
  }
  if (unit) return { kind: 'quantity', start, end: end + unit.length, valueFor: (number) => `${number} ${unit.unit}` };
  const ordinal = ordinalBehind[locale].exec(behind)?.[0].length ?? 0;
  return { kind: 'number', start, end: end + ordinal, valueFor: (number) => number };
};

/** `¥` and pounds are of two sorts; the number is the same. */
const others: Readonly<Record<string, readonly string[]>> = { CNY: ['JPY', 'VND'], GBP: ['lb'] };

const amount = (start: number, end: number, code: string): Measure => ({
  kind: 'amount',
  start,
  end,
  valueFor: (number) => `${number} ${code}`,
  also: (number) => (others[code] ?? []).map((other) => `${number} ${other}`),
});

/** A year stands alone, in four digits and without anything that is counted. */
const isYear = (text: string, { value, start, end }: NumberAt): boolean =>
  /^(?:1[5-9]|20)\d\d$/.test(value) && text.slice(start, end) === value && !/[\p{L}\d]/u.test(text[start - 1] ?? '');

const counts = (found: Found, number: NumberAt): Found => {
  const { inWords } = number;
  // A 1 is what languages leave to the noun most readily: No. 1 is the leader, 1 giờ an hour.
  if (number.value === '1' && (found.kind === 'number' || found.kind === 'quantity'))
    return { ...found, inWords, certain: false };
  const isPaid = found.kind === 'amount' || found.kind === 'percent';
  return { ...found, inWords, certain: number.certain || (isPaid && inWords && Number(number.value) > 1) };
};

const readOne = (text: string, number: NumberAt, locale: StudioLocale): Found => {
  const { kind, start, end, valueFor, also } = measureOf(text, number, locale);
  if (kind === 'number' && isYear(text, number)) return { kind: 'date', value: number.value, start, end };
  const before = text.slice(Math.max(0, start - 8), start);
  const isCold = / °/.test(valueFor('')) && isBelowZero(before, text.slice(end, end + 40), locale);
  const told = (value: string) => valueFor(isCold ? `-${value}` : value);
  // A bare −5 beside 5 says as much as 5: what is counted there, only the other language may tell
  const cold = kind === 'number' && hasMinus(before) ? [`-${number.value}`] : [];
  const doubtful = [number.value, ...number.also].flatMap((one) => also?.(one) ?? []);
  const found: Found = {
    kind,
    value: told(number.value),
    start,
    end,
    also: [...number.also.map(told), ...cold, ...doubtful],
  };
  return counts(found, number);
};

/** A word that belongs to the number before it is none itself: the `cent` of 16 pour cent, the `năm` of 30 năm. */
const isPartOf = (one: Found, other: Found): boolean =>
  one !== other && one.start >= other.start && one.end <= other.end && other.end - other.start > one.end - one.start;

const range = /^\s?(?:[-–—~]|to|and|or|à|et|ou|đến|tới|và|hoặc|至|到|或)\s?(?:[$€£¥]|US\$)?$/u;

/** `1 to 4 inches`: what counts the second counts the first too. */
const withUnitOfNext = (text: string, found: readonly Found[]): Found[] =>
  found.map((one, at) => {
    const next = found[at + 1];
    if (one.kind !== 'number' || !next || !range.test(text.slice(one.end, next.start))) return one;
    const unit = next.kind === 'number' || next.kind === 'date' ? '' : next.value.replace(/^[\d.]+/, '');
    return unit === '' ? one : { ...one, also: [...(one.also ?? []), one.value + unit] };
  });

const inFeet = (text: string, first: Found, second: Found): Found | undefined => {
  const isLength = / ft$/.test(first.value) && /^[\s-]?$/.test(text.slice(first.end, second.start));
  const inches = /^(\d{1,2})(?: in)?$/.exec(second.value)?.[1];
  if (!isLength || inches === undefined) return undefined;
  const feet = Number.parseFloat(first.value) + Number(inches) / 12;
  return { ...first, value: `${Number(feet.toFixed(2))} ft`, end: second.end };
};

/** `6-foot-6` and 6英尺6英寸 are one length. */
const joinFeet = (text: string, found: readonly Found[]): Found[] => {
  const made: Found[] = [];
  for (const one of found) {
    const last = made.at(-1);
    const whole = last && inFeet(text, last, one);
    if (whole) made[made.length - 1] = whole;
    else made.push(one);
  }
  return made;
};

/** What is measured, paid, a part of a hundred, or only a number. */
export const readMeasured = (text: string, numbers: readonly NumberAt[], locale: StudioLocale): Found[] => {
  const found = numbers.map((number) => readOne(text, number, locale));
  const whole = found.filter(
    (one, at) => ![found[at - 1], found[at + 1]].some((other) => other && isPartOf(one, other)),
  );
  return joinFeet(text, withUnitOfNext(text, whole));
};
