import type { StudioLocale } from '#languages/locales.ts';
import { withMarks } from '#languages/search-words.ts';
import { kindsOfUnits, type Letter, letterAt, letterKinds } from './letter-kinds.ts';
import { mixed, unmixed } from './spellings.ts';

/** How the letters of a word are written: all small, the first one as a capital, or all of them. */
export const letterCases = { small: 0, capital: 1, capitals: 2 } as const;
export type LetterCase = (typeof letterCases)[keyof typeof letterCases];

/** A word, a Chinese character or a mark of punctuation of a text, with the place where it stands. */
export interface Token {
  /** How it is compared: NFC, small letters, one place for the tone. Marks stay: `bến` is not `ben`. */
  readonly key: string;
  readonly case: LetterCase;
  /** UTF-16 units of the text as it came. */
  readonly start: number;
  readonly end: number;
}

/** Addresses of web and mail name things in letters of their own. */
const address = /(?:https?:\/\/|www\.)[^\s<>]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu;

/** Marks that people type in different ways and mean as one. */
const alike: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '，': ',',
  '（': '(',
  '）': ')',
};

const caseOf = (word: string): LetterCase => {
  const small = word.toLowerCase();
  if (word === small) return letterCases.small;
  const [first = '', second = ''] = [...word];
  if (first === first.toLowerCase()) return letterCases.small;
  return second !== '' && word === word.toUpperCase() ? letterCases.capitals : letterCases.capital;
};

type Word = Pick<Token, 'key' | 'case'>;

/** Names are made of the same words again and again: what is known of one is kept, up to so many. */
const most = 50_000;
const known = new Map<string, Word>();

/** What a piece of a text is compared by, and how its letters are written. */
export const wordOf = (piece: string): Word => {
  const before = known.get(piece);
  if (before) return before;
  if (known.size >= most) known.clear();
  const composed = piece.normalize('NFC');
  const word = { key: alike[composed] ?? withMarks(composed), case: caseOf(composed) };
  known.set(piece, word);
  return word;
};

/** The text with blanks where addresses stand, so that places stay what they are. */
const withoutAddresses = (text: string): string =>
  text.includes('@') || text.includes('://') || text.includes('www.')
    ? text.replace(address, (found) => ' '.repeat(found.length))
    : text;

/** Told of a piece of a text: the text, where the piece begins and ends in UTF-16 units, and its hash (`spellings.ts`). */
export type SeePiece = (plain: string, start: number, end: number, hash: number) => void;

/** Where a word goes on from a place that is not of the usual letters: behind a character of two units, if that is one of words. */
const beyond = (text: string, at: number): number => {
  const { kind, size } = letterAt(text, at);
  return kind === letterKinds.word ? at + size : at;
};

/** Tells of the piece that begins at a place: a word goes on as long as there are letters. @returns where it ends */
const seeOne = (text: string, start: number, first: Letter, see: SeePiece): number => {
  const kinds = kindsOfUnits();
  let hash = mixed(unmixed, text.charCodeAt(start));
  if (first.size === 2) hash = mixed(hash, text.charCodeAt(start + 1));
  let end = start + first.size;
  while (first.kind === letterKinds.word && end < text.length) {
    const unit = text.charCodeAt(end);
    const next = kinds[unit] === letterKinds.word ? end + 1 : beyond(text, end);
    if (next === end) break;
    hash = mixed(hash, unit);
    if (next === end + 2) hash = mixed(hash, text.charCodeAt(end + 1));
    end = next;
  }
  see(text, start, end, hash);
  return end;
};

/**
 * Goes through what a text consists of, in reading order: words, Chinese characters and marks. White space parts words and is nothing by
 * itself.
 */
export const eachPiece = (text: string, see: SeePiece): void => {
  const plain = withoutAddresses(text);
  for (let at = 0; at < plain.length; ) {
    const letter = letterAt(plain, at);
    at = letter.kind === letterKinds.space ? at + letter.size : seeOne(plain, at, letter, see);
  }
};

/** The words of a name. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  eachPiece(text, (plain, start, end) => tokens.push({ ...wordOf(plain.slice(start, end)), start, end }));
  return tokens;
};

const ofEnglish = (key: string): string[] => {
  if (key.endsWith('ies') && key.length > 4) return [`${key.slice(0, -3)}y`, key.slice(0, -1)];
  if (/(?:s|x|z|ch|sh)es$/.test(key) && key.length > 4) return [key.slice(0, -2), key.slice(0, -1)];
  return key.endsWith('s') && !key.endsWith('ss') && key.length > 3 ? [key.slice(0, -1)] : [];
};

const ofFrench = (key: string): string[] => {
  if (key.endsWith('aux') && key.length > 4) return [`${key.slice(0, -3)}al`, key.slice(0, -1)];
  return /[sx]$/.test(key) && key.length > 3 ? [key.slice(0, -1)] : [];
};

/** Asked for each word of each text, and most words end otherwise. */
const mayBePlural = (key: string): boolean => key.length > 3 && (key.endsWith('s') || key.endsWith('x'));
const none: readonly string[] = [];

/** Singulars whose plural a word of a text may be; none in languages whose words do not change. */
export const singularsOf = (key: string, locale: StudioLocale): readonly string[] => {
  if ((locale !== 'en' && locale !== 'fr') || !mayBePlural(key)) return none;
  return locale === 'en' ? ofEnglish(key) : ofFrench(key);
};
