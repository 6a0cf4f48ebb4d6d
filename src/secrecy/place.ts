import { labels } from './stamps.ts';

/** How some words stand in their text. */
export interface Place {
  /** All of their letters that have a case are capitals, and there is one at least. */
  readonly capitals: boolean;
  /** One of several words is in capitals. */
  readonly partlyCapitals: boolean;
  /** Nothing but signs, or the end of the line, stands directly beside them. */
  readonly alone: boolean;
  /** The words before or after are in capitals as well, as in a heading. */
  readonly amongCapitals: boolean;
  /** A star behind them, as Chinese papers have it before the term; or a form asks for the degree before them. */
  readonly labelled: boolean;
}

const opening = /(?:^|[([{【〔|/:：–—\-*★=_.~•#])$/u;
const closing = /^(?:$|[)\]}】〕|/:：–—\-*★=_.,~•#!])/u;
const cased = /\p{Lu}|\p{Ll}/u;

const isCapitals = (words: string, onlyPlain: boolean): boolean => {
  // Fonts of TCVN3 draw small letters with marks as capitals: there the plain letters tell
  const letters = onlyPlain ? words.replace(/[^A-Za-z]/g, '') : words;
  return cased.test(letters) && !/\p{Ll}/u.test(letters);
};

const word = /[\p{L}\p{M}]{2,}/gu;

const neighbours = (before: string, after: string): string[] => [
  ...(before.match(word)?.slice(-1) ?? []),
  ...(after.match(word)?.slice(0, 1) ?? []),
];

/** How far beside some words is looked, in UTF-16 code units: a long line with many of them is not read anew for each. */
const near = 200;

/** @param isLegacy the words are in an old encoding, where only plain letters tell capitals */
export function placeOf(text: string, start: number, end: number, isLegacy: boolean): Place {
  const [before = ''] = text
    .slice(Math.max(0, start - near), start)
    .split('\n')
    .slice(-1);
  const [after = ''] = text.slice(end, end + near).split('\n', 1);
  return placeBetween(text.slice(start, end), before.trimEnd(), after.trimStart(), isLegacy);
}

const placeBetween = (words: string, before: string, after: string, isLegacy: boolean): Place => ({
  capitals: isCapitals(words, isLegacy),
  partlyCapitals: /\p{Lu}{3}/u.test(words.normalize('NFC')),
  alone: opening.test(before) && closing.test(after),
  amongCapitals: neighbours(before, after).some((each) => isCapitals(each, isLegacy)),
  labelled: after.startsWith('★') || labels.test(`${before} `),
});
