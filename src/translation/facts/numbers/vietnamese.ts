import type { Part, WordGrammar } from './word-grammar.ts';

/** `không` is missing: it says not, and hardly ever zero. */
const units = { một: 1, hai: 2, ba: 3, bốn: 4, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9 };
/** How a unit sounds after tens. */
const tails = { mốt: 1, tư: 4, lăm: 5, nhăm: 5 };
/** Ba Tư is Persia. */
const unclear = ['tư'];
const scales = { nghìn: 3, ngàn: 3, triệu: 6, tỷ: 9, tỉ: 9 };

const parts: readonly (readonly [string, Part])[] = [
  ...Object.entries(units).map(([word, value]) => [word, { is: 'unit', value }] as const),
  ...Object.entries(tails).map(
    ([word, value]) => [word, { is: 'tail', value, afterUnit: !unclear.includes(word) }] as const,
  ),
  ['năm', { is: 'head', value: 5 }],
  ['mười', { is: 'ten', value: 10 }],
  ['mươi', { is: 'tens-of', value: 10, of: [2, 3, 4, 5, 6, 7, 8, 9] }],
  ['trăm', { is: 'hundred', alone: false }],
  ...Object.entries(scales).map(([word, zeros]) => [word, { is: 'scale', zeros, alone: false }] as const),
  ['linh', { is: 'joint', after: ['hundred', 'scale'] }],
  ['lẻ', { is: 'joint', after: ['hundred', 'scale'] }],
  ['rưỡi', { is: 'half' }],
];

export const vietnamese: WordGrammar = { parts: new Map(parts), teensAfter: [] };
