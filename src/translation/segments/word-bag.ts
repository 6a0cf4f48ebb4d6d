import type { Content } from '../content.ts';
import { wordsOf } from '../drift/fingerprint.ts';

/** How often each word of a text stands in it. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Chinese has no spaces: each character is taken for a word here. */
const word = /\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv;

const wordList = (content: Content): string[] => wordsOf(content).toLowerCase().match(word) ?? [];

export const bagOf = (words: readonly string[]): WordBag => {
  const counts = new Map<string, number>();
  for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
  return { counts, size: words.length };
};

/** The words of a text. */
export const wordBag = (content: Content): WordBag => bagOf(wordList(content));

/** The words of a text, and each two that follow each other, so that common words alone make nothing alike. */
export const pairBag = (content: Content): WordBag => {
  const words = wordList(content);
  return bagOf([...words, ...words.slice(1).map((next, index) => `${words[index]} ${next}`)]);
};

/**
 * Tells how many words a text shares with each of many, by looking only at those that have some of its words: a text of 2,000
 * paragraphs would else be compared four million times.
 */
export function sharing(bags: readonly (WordBag | null)[]): (bag: WordBag) => Uint32Array {
  const places = new Map<string, { index: number; count: number }[]>();
  bags.forEach((bag, index) => {
    for (const [one, count] of bag?.counts ?? []) {
      const known = places.get(one);
      if (known) known.push({ index, count });
      else places.set(one, [{ index, count }]);
    }
  });
  return ({ counts }) => {
    const sums = new Uint32Array(bags.length);
    for (const [one, count] of counts) {
      for (const place of places.get(one) ?? [])
        sums[place.index] = (sums[place.index] ?? 0) + Math.min(count, place.count);
    }
    return sums;
  };
}

/** How alike two texts are that share so many words: 1 for the same words, 0 for none in common (Dice's measure). */
export const likeness = (a: WordBag, b: WordBag, shared: number): number =>
  a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);

/** How many words of a text stand in another one. */
export function sharedBy(a: WordBag, b: WordBag): number {
  let sum = 0;
  for (const [one, count] of a.counts) sum += Math.min(count, b.counts.get(one) ?? 0);
  return sum;
}

export const together = (bags: readonly WordBag[]): WordBag => {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const [one, count] of bag.counts) counts.set(one, (counts.get(one) ?? 0) + count);
  return { counts, size: bags.reduce((sum, { size }) => sum + size, 0) };
};
