import type { LongestMatch } from './longest-match.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words begin and end, as the platform’s dictionary has it. */
const boundariesOf = (text: string): ReadonlySet<number> =>
  new Set([0, ...Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length)]);

/** What two phrases that overlap make of what they share. @param shared UTF-16 units */
const agree = (words: LongestMatch, first: number, second: number, shared: number): boolean =>
  words.value(first).slice(-shared) === words.value(second).slice(0, shared);

/**
 * Phrases of a text, the longest at each place; where it overlaps another one that reads a character otherwise, the one that is made of
 * whole words. Of 百余年历史 the first two that fit are 年历, a calendar, and 历史, history.
 * @returns finds the entry at a place; 0: none
 */
export const phrasesOf = (words: LongestMatch, text: string): ((start: number) => number) => {
  let known: ReadonlySet<number> | undefined;
  const isOfWords = (start: number, entry: number): boolean => {
    known ??= boundariesOf(text);
    return known.has(start) && known.has(start + words.width(entry));
  };
  return (start) => {
    const entry = words.at(text, start);
    const end = start + words.width(entry);
    for (let at = start + 1; at < end; at += 1) {
      const other = words.at(text, at);
      if (at + words.width(other) <= end || agree(words, entry, other, end - at)) continue;
      if (isOfWords(at, other) && !isOfWords(start, entry)) return words.at(text.slice(0, at), start);
    }
    return entry;
  };
};
