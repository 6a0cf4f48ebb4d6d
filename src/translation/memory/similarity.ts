import type { StudioLocale } from '#languages/locales.ts';
import { type Content, isRun, type Piece, plainText } from '../content.ts';
import { openDistance } from './distance.ts';
import { comparedWords, isNumber, spellingOf, tokensOf } from './tokens.ts';

/** A segment as it is compared with others. */
export interface Compared {
  /** Words, numbers as one word each, Chinese by character. */
  readonly words: readonly string[];
  /** Chinese by word as well; null in other languages. */
  readonly longWords: readonly string[] | null;
  readonly numbers: readonly string[];
  readonly codes: readonly string[];
  /** Text with its codes: alike where nothing at all differs. */
  readonly spelling: string;
}

/** Stands for any number: what it says costs points, that there is one is a word. */
const anyNumber = '#';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

const longWordsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) =>
      tokensOf(segment)
        .map(({ word }) => word)
        .join(''),
    )
    .map((word) => (isNumber(word) ? anyNumber : word));

const codeOf = (piece: Piece): string => {
  if (isRun(piece)) return piece.text;
  return `\u0000${piece.code}${piece.code === 'close' ? '' : ` ${piece.kind}`}\u0000`;
};

const spans = (content: Content): string[] =>
  content.flatMap((piece) => (isRun(piece) || piece.code === 'close' ? [] : [piece.kind]));

/** How a segment is spelled and marked: alike where nothing at all differs. */
export const spellingOfContent = (content: Content): string => spellingOf(content.map(codeOf).join(''));

export const comparedOf = (content: Content, locale: StudioLocale): Compared => {
  const text = plainText(content);
  const words = comparedWords(text);
  return {
    words: words.map((word) => (isNumber(word) ? anyNumber : word)),
    longWords: locale === 'zh' ? longWordsOf(text) : null,
    numbers: words.filter(isNumber),
    codes: spans(content),
    spelling: spellingOfContent(content),
  };
};

/** Share of the longer text that is the same, in the same order: 1 − distance ÷ length of the longer one. */
export const closenessOf = (one: readonly string[], other: readonly string[]): number => {
  const numbers = new Map<string, number>();
  const numbered = (words: readonly string[]): number[] =>
    words.map((word) => numbers.get(word) ?? numbers.set(word, numbers.size).size - 1);
  const [mine, theirs] = [numbered(one), numbered(other)];
  const longest = Math.max(mine.length, theirs.length);
  return longest === 0 ? 0 : (longest - openDistance(mine)(theirs, 0, theirs.length)) / longest;
};

/** How far words may lift what the characters of a Chinese text say. */
export const lift = 0.15;

/** Chinese is compared by character and by word: where two readings of its words differ, its characters still say how much is the same. */
const wordsClose = (one: Compared, other: Compared): number => {
  const close = closenessOf(one.words, other.words);
  if (one.longWords === null || other.longWords === null) return close;
  return Math.min((close + closenessOf(one.longWords, other.longWords)) / 2, close + lift);
};

/** How many of two lists have no partner in the other one. */
const without = (one: readonly string[], other: readonly string[]): number => {
  const left = [...other];
  let lonely = 0;
  for (const value of one) {
    const at = left.indexOf(value);
    if (at < 0) lonely += 1;
    else left.splice(at, 1);
  }
  return Math.max(lonely, left.length);
};

/** What a number that differs costs, what an inline code costs, and the most that all of either can. */
const costs = { number: 0.02, numbers: 0.1, code: 0.01, codes: 0.05 } as const;

/** Texts that only their marks, capitals or codes tell apart are nearly the same, and not the same. */
const nearly = 0.99;

export const similarityOf = (one: Compared, other: Compared): number => {
  if (one.spelling === other.spelling) return 1;
  const numbers = Math.min(costs.numbers, without(one.numbers, other.numbers) * costs.number);
  const codes = Math.min(costs.codes, without(one.codes, other.codes) * costs.code);
  return Math.max(0, Math.min(nearly, wordsClose(one, other) - numbers - codes));
};

/** Sums of hundredths do not come out even. */
const slip = 1e-9;

/** A similarity as people read it: whole percent, 100 for the same alone. */
export const percentOf = (score: number): number => Math.floor(score * 100 + slip);

/**
 * How alike two segments of one language are: 0 nothing in common, 1 the same, spelled and marked the same.
 * What it counts, and why, is in decision 0029.
 */
export const similarity = (one: Content, other: Content, locale: StudioLocale): number =>
  similarityOf(comparedOf(one, locale), comparedOf(other, locale));
