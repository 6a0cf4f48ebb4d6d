import { fold } from './fold.ts';
import { inOneScript } from './one-script.ts';

/** Vowel pairs whose tone older spelling puts on the second letter, newer on the first, where no consonant follows. */
const movable = /(o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;
const isAfterQ = (text: string, at: number): boolean => text[at - 1] === 'q';
const tones = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

const toFirst = (pair: string): string => {
  const [first = '', ...rest] = [...pair.normalize('NFD')];
  const tone = rest.find((mark) => tones.includes(mark)) ?? '';
  const second = rest.filter((mark) => mark !== tone).join('');
  return `${first}${tone}${second}`.normalize('NFC');
};

/** A text as it is compared with its marks: NFC, lower case, and one place for the tone of a final oa, oe, uy (hoà is hòa). */
export const withMarks = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(movable, (pair, _inner: string, at: number, whole: string) =>
      pair.startsWith('u') && isAfterQ(whole, at) ? pair : toFirst(pair),
    );

const word = /[\p{L}\p{N}]+/gu;
const ideographs = /\p{Script=Han}+/gu;

/** Chinese in overlapping pairs and single characters: no list of words knows the names of a city. */
const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
};

const split = (text: string): { latin: string[]; han: string[] } => {
  const latin: string[] = [];
  const han: string[] = [];
  for (const [run] of text.matchAll(word)) {
    han.push(...(run.match(ideographs) ?? []));
    latin.push(...run.replace(ideographs, ' ').split(' ').filter(Boolean));
  }
  return { latin, han };
};

/** Everything that a text is found by, in the order in which it stands; each word apart by a space. */
const stored = (text: string): string => {
  const { latin, han } = split(text);
  return [...latin, ...han.flatMap((run) => [...run, ...pairsOf(run)])].join(' ');
};

/** Without marks, and with Chinese in one script. */
const folded = (text: string): string => inOneScript(fold(text));

/** What a text is found by: with its marks and in its script, and without any marks and in one script. */
export const searchable = (text: string): { readonly exact: string; readonly folded: string } => ({
  exact: stored(withMarks(text)),
  folded: stored(folded(text)),
});

/** Most words that a question is asked with; what follows them is left aside. */
const most = 12;

const asked = (text: string): string[] => {
  const { latin, han } = split(text);
  return [...latin, ...han.flatMap((run) => (run.length === 1 ? [run] : pairsOf(run)))].slice(0, most);
};

/**
 * The words of a question, all of which must be found; the last one may be the beginning of a word, as somebody is still
 * typing it. Empty where there is nothing to look for.
 */
export const askedWords = (
  text: string,
): { readonly exact: readonly string[]; readonly folded: readonly string[] } => ({
  exact: asked(withMarks(text)),
  folded: asked(folded(text)),
});
