import type { Edit, RuleName } from './page.ts';
import { type Pair, pairQuotes, type Setting } from './pairs.ts';

/** Looks through a text for what one rule has to set. */
export type Rule = (text: string, fixed: Uint8Array) => Edit[];

/** A rule that puts one thing in the place of whatever a pattern finds. */
export const replacing =
  (rule: RuleName, pattern: RegExp, after: string): Rule =>
  (text) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      after,
      rule,
    }));

/** Quotation marks, opening and closing. */
export type Marks = readonly [open: string, close: string];

export const quoted = ({ open, close }: Pair, [opening, closing]: Marks): Edit[] => [
  { start: open, end: open + 1, after: opening, rule: 'quotation-marks' },
  { start: close, end: close + 1, after: closing, rule: 'quotation-marks' },
];

/** A rule that gives straight marks their shape. */
export const quoting =
  (mark: string, [open, close]: Marks, setting: Setting): Rule =>
  (text, fixed) =>
    pairQuotes(text, mark, fixed, setting).flatMap((pair) => quoted(pair, [open, close]));

/** Within a word, as in `don't`, `l'eau`, `O'Brien`; minutes of an angle stand between figures and stay. */
export const apostrophes = replacing('apostrophe', /(?<=\p{Script=Latin})'(?=[\p{Script=Latin}\p{N}])/gu, '\u2019');

export const ellipsis = replacing('ellipsis', /(?<!\.)\.{3}(?!\.)/gu, '\u2026');

const double: Marks = ['\u201c', '\u201d'];
const single: Marks = ['\u2018', '\u2019'];

/** Where letters were left out at the beginning (`'90s`, `rock 'n' roll`) or after a figure (`1990's`). */
const leftOut = replacing(
  'apostrophe',
  /(?<!\p{N})'(?=\d\ds?(?![\p{L}\p{N}]))|(?<=\d)'(?=s(?!\p{L}))|(?<=\s)'(?=n'\s)|(?<=\s['\u2019]n)'(?=\s)/gu,
  '\u2019',
);

/** What is left at the end of a word once quotations have their marks: `the visitors' book`. */
const possessive = replacing('apostrophe', /(?<=[sxz])'(?=[\s.,;:!?)\u201d]|$)/gu, '\u2019');

export const englishRules: readonly Rule[] = [
  ellipsis,
  apostrophes,
  leftOut,
  quoting('"', double, 'spaced'),
  quoting("'", single, 'spaced'),
  possessive,
];

export const vietnameseRules: readonly Rule[] = [
  ellipsis,
  apostrophes,
  quoting('"', double, 'spaced'),
  quoting("'", single, 'spaced'),
];
