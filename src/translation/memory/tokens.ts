import { withMarks } from '#languages/search-words.ts';

/** A word, a number or a Chinese character, as it is compared, and where it stands in the text (UTF-16 units). */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const pattern = /\p{N}+(?:[.,:/]\p{N}+)*|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu;

export const isNumber = (word: string): boolean => /^\p{N}/u.test(word);

/**
 * What a text is compared by, in reading order: words and numbers in NFC, lower case and with one place for the tone of a final
 * oa, oe, uy; Chinese character by character. Marks of punctuation are no words.
 */
export const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    word: withMarks(found),
    start: index,
    end: index + found.length,
  }));

/** Where a tone may stand in another place than it does; few texts have any. */
const placed = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/iu;

/** How a text is spelled: NFC, one place for a tone, white space as one space. Case and punctuation count. */
export const spellingOf = (text: string): string => {
  const spelled = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (!placed.test(spelled)) return spelled;
  const lower = withMarks(spelled);
  // Where lower case is as long, the tone can be put in its place and the capitals kept
  if (lower.length !== spelled.length) return spelled;
  return Array.from({ length: lower.length }, (_, at) => {
    const [letter, low] = [spelled[at] ?? '', lower[at] ?? ''];
    return letter === letter.toLowerCase() ? low : low.toUpperCase();
  }).join('');
};

/**
 * The words of a text for comparing. One that says something is its words and numbers; one without any word (`12:30`, `***`) is
 * a single word, itself, so that it is like nothing but itself.
 */
export const comparedWords = (text: string): string[] => {
  const words = withMarks(text).match(pattern) ?? [];
  return words.some((word) => !isNumber(word)) ? words : [`=${spellingOf(text)}`];
};
