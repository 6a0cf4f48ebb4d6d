import { fold } from '#languages/fold.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What somebody looks for: words that stand one after the other. The last one may be the beginning of a word. */
export interface Phrase {
  readonly words: readonly string[];
  readonly folded: readonly string[];
}

/** Most words of a phrase; what follows them is left aside. */
const most = 12;

export const phraseOf = (text: string): Phrase => {
  const words = tokensOf(text)
    .slice(0, most)
    .map(({ word }) => word);
  return { words, folded: words.map(fold) };
};

const isHan = (word: string): boolean => /^\p{Script=Han}/u.test(word);

/** Whether a word may be the beginning of a longer one: the last, as somebody is still typing it; a Chinese character is whole. */
const mayBegin = ({ words }: Phrase, at: number): boolean => at === words.length - 1 && !isHan(words[at] ?? '');

/** 2 where a word is as it was typed, 1 where it is without its marks or begins so, 0 else. */
const wordFits = (phrase: Phrase, at: number, word: string): number => {
  if (word === phrase.words[at]) return 2;
  const [folded, asked] = [fold(word), phrase.folded[at] ?? ''];
  return folded === asked || (mayBegin(phrase, at) && folded.startsWith(asked)) ? 1 : 0;
};

/** For each place of a phrase, the words that fit there, with how well. */
export const fittingWords = (phrase: Phrase, vocabulary: Vocabulary): ReadonlyMap<number, number>[] =>
  phrase.words.map((word, at) => {
    const exact = vocabulary.find(word);
    return new Map(vocabulary.like(word, mayBegin(phrase, at)).map((id) => [id, id === exact ? 2 : 1]));
  });

/** How well a phrase is found anywhere in a text: 2 as it was typed, 1 without its marks, 0 not at all. */
export const phraseIn = (fitting: readonly ReadonlyMap<number, number>[], words: ArrayLike<number>): number => {
  let best = 0;
  for (let from = 0; from + fitting.length <= words.length && best < 2; from += 1) {
    let fits = 2;
    for (let at = 0; at < fitting.length && fits > 0; at += 1) {
      fits = Math.min(fits, fitting[at]?.get(words[from + at] ?? 0) ?? 0);
    }
    best = Math.max(best, fits);
  }
  return best;
};

/** A place of a text, in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a phrase stands in a text, none over another. */
export const placesOf = (phrase: Phrase, text: string): Place[] => {
  const tokens = tokensOf(text);
  const { length } = phrase.words;
  const places: Place[] = [];
  for (let from = 0; length > 0 && from + length <= tokens.length; from += 1) {
    const here = tokens.slice(from, from + length);
    if (!here.every(({ word }, at) => wordFits(phrase, at, word) > 0)) continue;
    places.push({ start: (here[0] as Token).start, end: (here.at(-1) as Token).end });
    from += length - 1;
  }
  return places;
};
