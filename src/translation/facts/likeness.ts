import { type DateParts, partsOfDate } from './dates/date-value.ts';
import type { Fact } from './fact.ts';
import { isConverted } from './measures/conversions.ts';

/** Kinds whose value begins with a number, so that they can be compared without what is counted. */
const counted: readonly Fact['kind'][] = ['number', 'percent', 'amount', 'quantity'];

const readings = ({ value, also }: Fact): readonly string[] => [value, ...also];

const share = (one: readonly string[], other: readonly string[]): boolean => one.some((value) => other.includes(value));

/** What is said of both is the same, and something is said of both. */
const fits = (one: DateParts, other: DateParts): boolean => {
  const names = ['year', 'month', 'day'] as const;
  const common = names.filter((name) => one[name] !== undefined && other[name] !== undefined);
  return common.length > 0 && common.every((name) => one[name] === other[name]);
};

/** `XX3X` is any decade of thirties; `3X` of a century holds its years. */
const fitsDecade = (one: string, other: string): boolean =>
  /X/.test(one + other) &&
  one.length === other.length &&
  [...one].every((sign, at) => sign === other[at] || sign === 'X' || other[at] === 'X');

const isSameDate = (one: string, other: string): boolean => {
  const [a, b] = [partsOfDate(one), partsOfDate(other)];
  return a && b ? fits(a, b) : fitsDecade(one, other);
};

const numbersOf = (fact: Fact): readonly string[] => {
  if (counted.includes(fact.kind)) return readings(fact).map((value) => value.split(/[ %]/)[0] ?? value);
  const parts = fact.kind === 'date' ? partsOfDate(fact.value) : undefined;
  if (fact.kind === 'time') return [...fact.also, fact.value.replace(/^0?(\d+):00$/, '$1')];
  if (!parts) return /^XX\dX$/.test(fact.value) ? [`${fact.value.slice(2, 3)}0`] : [];
  return Object.values(parts).filter((part) => part !== undefined).length === 1
    ? Object.values(parts).flatMap((part) => (part === undefined ? [] : [String(part)]))
    : [];
};

/** What is counted is said on both sides and is not the same: dollars and euros, kilometres and miles. */
const isOtherMeasure = (one: Fact, other: Fact): boolean => {
  const kinds = [one.kind, other.kind];
  if (one.kind !== other.kind) return kinds.includes('amount') && kinds.includes('percent');
  if (one.kind !== 'amount' && one.kind !== 'quantity') return false;
  const [a, b] = [one, other].map((fact) => fact.value.slice(fact.value.indexOf(' ') + 1));
  return a !== b && !(a?.startsWith('°') && b?.startsWith('°'));
};

const marks = { same: 4, perhaps: 3.5, fits: 3, converted: 2.5, number: 2 };

/**
 * How far two facts of two languages say the same: 0 not at all, 4 for the same value; between them values that may be the same, dates
 * of which one says more, converted units, and the same number of something that one language does not name.
 */
export const likeness = (one: Fact, other: Fact): number => {
  if (one.value === other.value) return marks.same;
  if (share(readings(one), readings(other))) return marks.perhaps;
  const agree = (test: (a: string, b: string) => boolean) =>
    readings(one).some((a) => readings(other).some((b) => test(a, b)));
  if (one.kind === 'date' && other.kind === 'date' && agree(isSameDate)) return marks.fits;
  if (agree(isConverted)) return marks.converted;
  return !isOtherMeasure(one, other) && share(numbersOf(one), numbersOf(other)) ? marks.number : 0;
};
