import type { Part, WordGrammar } from './word-grammar.ts';

const units = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
const teens = 'dix onze douze treize quatorze quinze seize'.split(' ');
const tens = { trente: 30, quarante: 40, cinquante: 50, soixante: 60, septante: 70, huitante: 80, nonante: 90 };
const ordinals = {
  premier: 1,
  première: 1,
  deuxième: 2,
  troisième: 3,
  quatrième: 4,
  cinquième: 5,
  sixième: 6,
  septième: 7,
  huitième: 8,
  neuvième: 9,
};
const teenOrdinals = 'dixième onzième douzième treizième quatorzième quinzième seizième'.split(' ');

const parts: readonly (readonly [string, Part])[] = [
  ...units.map((word, value) => [word, { is: 'unit', value }] as const),
  ...Object.entries(ordinals).map(([word, value]) => [word, { is: 'unit', value }] as const),
  ...[teens, teenOrdinals].flatMap((list) => list.map((word, at) => [word, { is: 'teen', value: 10 + at }] as const)),
  ...Object.entries(tens).map(([word, value]) => [word, { is: 'ten', value }] as const),
  ['une', { is: 'unit', value: 1 }],
  ['dix-sept', { is: 'teen', value: 17 }],
  ['dix-huit', { is: 'teen', value: 18 }],
  ['dix-neuf', { is: 'teen', value: 19 }],
  ['vingt', { is: 'ten', value: 20 }],
  ['vingtième', { is: 'ten', value: 20 }],
  ['quatre-vingt', { is: 'ten', value: 80 }],
  ['cent', { is: 'hundred', alone: true }],
  ['cents', { is: 'hundred', alone: false }],
  ['mille', { is: 'scale', zeros: 3, alone: true }],
  ['millier', { is: 'scale', zeros: 3, alone: false }],
  ...(['million', 'millions'] as const).map((word) => [word, { is: 'scale', zeros: 6, alone: false }] as const),
  ...(['milliard', 'milliards'] as const).map((word) => [word, { is: 'scale', zeros: 9, alone: false }] as const),
  ...(['billion', 'billions'] as const).map((word) => [word, { is: 'scale', zeros: 12, alone: false }] as const),
  ['et', { is: 'joint', after: ['ten'] }],
];

export const french: WordGrammar = { parts: new Map(parts), teensAfter: [60, 80] };
