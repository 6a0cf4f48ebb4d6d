import { openDistance } from './distance.ts';
import type { Postings } from './postings.ts';
import { type Marks, marksAt, wordsAt } from './rows.ts';
import { openSieve } from './sieve.ts';
import { openTexts, type Texts } from './texts.ts';
import { isNumber } from './tokens.ts';
import { anyNumber, openVocabulary, unknown, type Vocabulary } from './vocabulary.ts';

/** A text that is close to another, and whose it is. */
export interface Near extends Marks {
  readonly unit: number;
  /** Share of the longer one that is the same, at most 1. */
  readonly closeness: number;
}

/** Which units may be looked at; no other one has any part in an answer. */
export type Sees = (unit: number) => boolean;

/** Texts of one language as numbers: 4 bytes for each word and each place in which it is looked up. */
export interface LanguageIndex {
  readonly vocabulary: Vocabulary;
  has(unit: number): boolean;
  put(unit: number, words: readonly string[], marks: Marks): void;
  remove(unit: number): void;
  spelling(unit: number): number;
  /** All texts of which a share of at least `least` is the same, in no order. */
  near(words: readonly string[], least: number, sees: Sees): Near[];
  /** Calls with each text that has one of the words: its unit and its words, to be read at once. */
  having(words: readonly number[], sees: Sees, visit: (unit: number, words: Uint32Array) => void): void;
  /** Texts that have one of the words, at most. */
  count(words: readonly number[]): number;
}

/** Sums of shares do not come out even. */
const slip = 1e-9;

/** What text is asked with: its words as they are compared, and those to look for. */
interface Asked {
  readonly words: Uint32Array;
  readonly looked: readonly number[];
}

/**
 * A text of which a share `least` is the same has all but so many of the words in common; so it has at least one of any
 * `length − common + 1` of them, and the rarest are looked for. Nothing is lost by this.
 */
const askedOf = (vocabulary: Vocabulary, postings: Postings, words: readonly string[], least: number): Asked => {
  const ids = Uint32Array.from(words, (word) => (isNumber(word) ? anyNumber : vocabulary.find(word)));
  const common = Math.ceil(ids.length * least - slip);
  const countOf = (id: number): number => (id === unknown ? 0 : postings.count(id));
  const rarest = Array.from(ids).sort((one, other) => countOf(one) - countOf(other));
  const looked = new Set(rarest.slice(0, ids.length - common + 1).filter((id) => id !== unknown));
  return { words: ids, looked: [...looked] };
};

const nearIn = (
  { rows, each }: Texts,
  vocabulary: Vocabulary,
  words: readonly string[],
  least: number,
  sees: Sees,
): Near[] => {
  const asked = askedOf(vocabulary, rows.postings, words, least);
  const { length } = asked.words;
  const distance = openDistance(asked.words);
  const sift = openSieve(asked.words, vocabulary);
  const found: Near[] = [];
  each(asked.looked, (row, unit) => {
    const theirs = wordsAt(rows, row);
    const longest = Math.max(length, theirs.length);
    const most = Math.floor((1 - least) * longest + slip);
    if (longest - Math.min(length, theirs.length) > most || !sees(unit)) return;
    const compared = sift(theirs, most - Math.max(0, length - theirs.length));
    if (compared === null) return;
    const changes = distance(compared, 0, compared.length);
    if (changes <= most) found.push({ unit, closeness: (longest - changes) / longest, ...marksAt(rows, row) });
  });
  return found;
};

export const openLanguageIndex = (): LanguageIndex => {
  const vocabulary = openVocabulary();
  const texts = openTexts(vocabulary);
  const { has, spelling, put, remove } = texts;
  return {
    ...{ vocabulary, has, spelling, put, remove },
    near: (words, least, sees) => nearIn(texts, vocabulary, words, least, sees),
    having: (words, sees, call) =>
      texts.each(words, (row, unit) => {
        if (sees(unit)) call(unit, wordsAt(texts.rows, row));
      }),
    count: (words) => words.reduce((sum, word) => sum + texts.rows.postings.count(word), 0),
  };
};
