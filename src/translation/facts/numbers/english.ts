import type { Part, WordGrammar } from './word-grammar.ts';

const units = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const unitOrdinals = ['', 'first', '', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const teenOrdinals =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ');

const parts: readonly (readonly [string, Part])[] = [
  ...units.map((word, value) => [word, { is: 'unit', value }] as const),
  ...unitOrdinals.map((word, value) => [word, { is: 'unit', value }] as const).filter(([word]) => word !== ''),
  ...[teens, teenOrdinals].flatMap((list) => list.map((word, at) => [word, { is: 'teen', value: 10 + at }] as const)),
  ...tens.map((word, at) => [word, { is: 'ten', value: (at + 2) * 10 }] as const),
  ...tens.map((word, at) => [word.replace(/y$/, 'ieth'), { is: 'ten', value: (at + 2) * 10 }] as const),
  ['second', { is: 'unit', value: 2 }],
  ['a', { is: 'unit', value: 1 }],
  ['hundred', { is: 'hundred', alone: false }],
  ['thousand', { is: 'scale', zeros: 3, alone: false }],
  ['million', { is: 'scale', zeros: 6, alone: false }],
  ['billion', { is: 'scale', zeros: 9, alone: false }],
  ['trillion', { is: 'scale', zeros: 12, alone: false }],
  ['and', { is: 'joint', after: ['hundred'] }],
];

export const english: WordGrammar = { parts: new Map(parts), teensAfter: [] };
