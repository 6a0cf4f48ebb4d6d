import type { StudioLocale } from '#languages/locales.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { vietnamese } from './vietnamese.ts';
import { readSaid, type WordGrammar } from './word-grammar.ts';

/** A number as it stands somewhere in a text. */
export interface NumberAt {
  readonly value: string;
  readonly also: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly inWords: boolean;
  readonly certain: boolean;
}

export type WordedLocale = Exclude<StudioLocale, 'zh'>;

const grammars: Record<WordedLocale, WordGrammar> = { vi: vietnamese, en: english, fr: french };

const plainWord = /[\p{L}\p{M}]+/gu;
/** French numbers of two words that are one part of a larger one. */
const frenchWord = /dix[- ](?:sept|huit|neuf)(?!\p{L})|quatre[- ]vingts?(?!\p{L})|[\p{L}\p{M}]+/giu;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const wordsOf = (text: string, locale: WordedLocale): Word[] =>
  [...text.matchAll(locale === 'fr' ? frenchWord : plainWord)].map(({ 0: word, index }) => ({
    text: word.toLowerCase().replace(' ', '-').replace('vingts', 'vingt'),
    start: index,
    end: index + word.length,
  }));

/** The words from one place on that nothing but a space or a hyphen parts. */
const runFrom = (text: string, words: readonly Word[], from: number): readonly Word[] => {
  const most = words.slice(from, from + 16);
  const broken = most.findIndex((word, at) => {
    const before = most[at - 1];
    return before !== undefined && !/^[\s-]$/.test(text.slice(before.end, word.start));
  });
  return broken === -1 ? most : most.slice(0, broken);
};

/** Small numbers are said for other reasons too: one of them, à deux, đôi ba. From four on a number is meant. */
const surelyFrom = 4;
/** `năm` is a year, `neuf` is new, `chín` is ripe. */
const otherWords: readonly string[] = ['năm', 'neuf', 'chín'];

/** Numbers that are written in words. An article (`a`, `un`, `một`) is a number only before a larger one. */
export const readSaidNumbers = (text: string, locale: WordedLocale): NumberAt[] => {
  const grammar = grammars[locale];
  const words = wordsOf(text, locale);
  const found: NumberAt[] = [];
  let at = 0;
  while (at < words.length) {
    const first = words[at];
    const said = first && grammar.parts.has(first.text) ? saidFrom(text, words, at, grammar) : undefined;
    if (first && said && !(said.words === 1 && first.text === 'a')) {
      const end = words[at + said.words - 1]?.end ?? first.end;
      const certain = said.value >= surelyFrom && !(said.words === 1 && otherWords.includes(first.text));
      found.push({ value: String(said.value), also: [], start: first.start, end, inWords: true, certain });
    }
    at += said?.words ?? 1;
  }
  return found;
};

const saidFrom = (text: string, words: readonly Word[], from: number, grammar: WordGrammar) =>
  readSaid(
    runFrom(text, words, from).map((word) => word.text),
    grammar,
  );
