import { askedWords } from '#languages/search-words.ts';

const phrase = (words: readonly string[]): string =>
  words.map((word, at) => `"${word}"${at === words.length - 1 ? ' *' : ''}`).join(' AND ');

/**
 * What is found by words, of an index whose table has the columns `exact` and `folded` (`#languages/search-words.ts`).
 *
 * @param find rows that match, as FTS5 takes it
 * @returns per row 1 where its words are found, 2 where they stand with the very marks that were typed; null where nothing is asked
 */
export const findWords = (
  find: (match: string) => readonly number[],
  size: number,
  text: string,
): Uint8Array | null => {
  if (text.trim() === '') return null;
  const { exact, folded } = askedWords(text);
  const ranks = new Uint8Array(size);
  if (folded.length === 0) return ranks;
  for (const row of find(`folded : (${phrase(folded)})`)) ranks[row] = 1;
  for (const row of find(`exact : (${phrase(exact)})`)) if (ranks[row]) ranks[row] = 2;
  return ranks;
};
