import type { Found } from '../fact.ts';

const pattern = /(?<![\d/.,-])(?<first>(?:1[5-9]|20)\d\d)\s?(?<sign>[-–—/])\s?(?<last>\d\d)(?![\d/.,-]\d|\d)/gu;

/** `1950–53`, `2025/26`: two years, of which the second leaves out its century. */
export const readYearSpans = (text: string): Found[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups }) => {
    const { first = '', last = '', sign } = groups ?? {};
    const years = Number(last) - Number(first.slice(2));
    // 2009/12 is a month
    if (years <= 0 || (sign === '/' && years > 1)) return [];
    const [middle, end] = [index + first.length, index + whole.length];
    return [
      { kind: 'date', value: first, start: index, end: middle },
      { kind: 'date', value: first.slice(0, 2) + last, start: end - last.length, end },
    ] satisfies Found[];
  });
