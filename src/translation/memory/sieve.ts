import { unknown, type Vocabulary } from './vocabulary.ts';

/**
 * Tells quickly which texts cannot be close: each word of theirs that is not asked for is one that has to be changed.
 * @param words of a text
 * @param most words that may be others
 * @returns the words as they are compared, good until the next call; null where too many are others
 */
export type Sieve = (words: Uint32Array, most: number) => Uint32Array | null;

export const openSieve = (asked: Uint32Array, vocabulary: Vocabulary): Sieve => {
  const left = new Int16Array(vocabulary.size);
  for (const word of asked) if (word !== unknown) left[word] = (left[word] ?? 0) + 1;
  let compared = new Uint32Array(256);
  return (words, most) => {
    if (words.length > compared.length) compared = new Uint32Array(words.length * 2);
    let others = 0;
    let at = 0;
    for (; at < words.length && others <= most; at += 1) {
      const word = vocabulary.compared(words[at] ?? 0);
      compared[at] = word;
      const count = (left[word] ?? 0) - 1;
      left[word] = count;
      if (count < 0) others += 1;
    }
    for (at -= 1; at >= 0; at -= 1) {
      const word = compared[at] ?? 0;
      left[word] = (left[word] ?? 0) + 1;
    }
    return others > most ? null : compared.subarray(0, words.length);
  };
};
