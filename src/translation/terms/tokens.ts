import type { StudioLocale } from '#languages/locales.ts';
import { withMarks } from '#languages/search-words.ts';
import { type Letter, letterAt, letterKinds } from './letter-kinds.ts';

/** How the letters of a word are written: all small, the first one as a capital, or all of them. */
export type LetterCase = 'small' | 'capital' | 'capitals';

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
  if (word === small) return 'small';
  const [first = '', second = ''] = [...word];
  if (first === first.toLowerCase()) return 'small';
  return second !== '' && word === word.toUpperCase() ? 'capitals' : 'capital';
};

interface Known {
  readonly key: string;
  readonly case: LetterCase;
}

/** Words come again and again: what is known of one is kept, up to so many. */
const most = 50_000;
const known = new Map<string, Known>();

const knownOf = (word: string): Known => {
  const found = known.get(word);
  if (found) return found;
  if (known.size >= most) known.clear();
  const composed = word.normalize('NFC');
  const one = { key: alike[composed] ?? withMarks(composed), case: caseOf(composed) };
  known.set(word, one);
  return one;
};

/** The text with blanks where addresses stand, so that places stay what they are. */
const withoutAddresses = (text: string): string =>
  text.includes('@') || text.includes('://') || text.includes('www.')
    ? text.replace(address, (found) => ' '.repeat(found.length))
    : text;

/** Where the piece that begins at a place ends: a word goes on as long as there are letters. */
const endOf = (text: string, start: number, first: Letter): number => {
  let end = start + first.size;
  if (first.kind !== letterKinds.word) return end;
  while (end < text.length) {
    const { kind, size } = letterAt(text, end);
    if (kind !== letterKinds.word) break;
    end += size;
  }
  return end;
};

/** What a text consists of, in reading order. White space parts words and is nothing by itself. */
export const tokensOf = (text: string): Token[] => {
  const plain = withoutAddresses(text);
  const tokens: Token[] = [];
  for (let at = 0; at < plain.length; ) {
    const letter = letterAt(plain, at);
    if (letter.kind === letterKinds.space) at += letter.size;
    else {
      const end = endOf(plain, at, letter);
      const { key, case: letters } = knownOf(plain.slice(at, end));
      tokens.push({ key, case: letters, start: at, end });
      at = end;
    }
  }
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
