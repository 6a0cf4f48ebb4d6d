import { apostrophes, ellipsis, quoted, type Rule, replacing } from './latin.ts';
import type { Edit, RuleName } from './page.ts';
import { pairQuotes } from './pairs.ts';

const narrow = '\u202f';
const noBreak = '\u00a0';
const spaces = String.raw`[ \u00a0\u202f\u2009]`;
const afterWord = String.raw`[\p{L}\p{N}\u00bb\u201d\u2019)\]}%€°\ufffc]`;

/** A rule that puts a space of one kind where any other, or none, stands before what a pattern finds. */
const spacing =
  (rule: RuleName, space: string, pattern: RegExp): Rule =>
  (text) =>
    Array.from(text.matchAll(pattern), ({ 0: whole, index, groups }): Edit => {
      const typed = groups?.spaces ?? '';
      const found = whole.slice(typed.length);
      if (typed === '') return { start: index, end: index + 1, after: `${space}${found[0]}`, rule };
      return { start: index, end: index + typed.length, after: space, rule };
    }).filter(({ start, end, after }) => text.slice(start, end) !== after);

/** Before `;`, `!` and `?`, once where several stand together; not in `a?b=c` nor in a face made of marks. */
const beforeMarks = spacing(
  'space-before-mark',
  narrow,
  new RegExp(
    String.raw`(?:(?<=[^\s(\[«“‘;!?])(?<spaces>${spaces}+)|(?<=${afterWord}))(?:[!?]|;(?![-()]))(?![\p{L}\p{N}=&/])`,
    'gu',
  ),
);

/** Before a colon that a word follows; not in a time, an address or a face made of marks. */
const beforeColon = spacing(
  'space-before-mark',
  noBreak,
  new RegExp(String.raw`(?:(?<=[^\s(\[«“‘:])(?<spaces>${spaces}+)|(?<=${afterWord})):(?=[\s«“"]|$)`, 'gu'),
);

const beforeClosing = spacing(
  'space-in-quotes',
  narrow,
  new RegExp(String.raw`(?:(?<=[^\s«])(?<spaces>${spaces}+)|(?<=[^\s«]))»`, 'gu'),
);

const afterOpening: Rule = (text) =>
  Array.from(
    text.matchAll(new RegExp(String.raw`«(?<spaces>${spaces}*)(?=[^\s»])`, 'gu')),
    ({ index, groups }): Edit => {
      const typed = groups?.spaces ?? '';
      const rule = 'space-in-quotes';
      if (typed === '') return { start: index, end: index + 1, after: `«${narrow}`, rule };
      return { start: index + 1, end: index + 1 + typed.length, after: narrow, rule };
    },
  ).filter(({ start, end, after }) => text.slice(start, end) !== after);

/** Before a quotation that begins with a vowel: `l'« Aurore »`. */
const elided = replacing('apostrophe', /(?<=\p{L})'(?=["«“])/gu, '\u2019');

/** Whether a place stands within « », where a quotation has the other marks. */
const isWithin = (text: string, at: number): boolean => text.lastIndexOf('«', at - 1) > text.lastIndexOf('»', at - 1);

const quotations: Rule = (text, fixed) =>
  pairQuotes(text, '"', fixed, 'loose').flatMap((pair) =>
    quoted(pair, pair.depth > 0 || isWithin(text, pair.open) ? ['\u201c', '\u201d'] : ['«', '»']),
  );

export const frenchRules: readonly Rule[] = [
  ellipsis,
  elided,
  apostrophes,
  quotations,
  afterOpening,
  beforeClosing,
  beforeMarks,
  beforeColon,
];
