import { dictionary, withoutCompatibility } from './dictionary.ts';
import { type LongestMatch, longestMatch, widthAt } from './longest-match.ts';
import { phrasesOf } from './overlaps.ts';
import type { Overrides } from './overrides.ts';

/** Writes Simplified Chinese in Traditional characters. What is not Chinese stays as it is. */
export interface ToTraditional {
  text(simplified: string): string;
  /**
   * Parts of one text, as formatting divides it: read as a whole, since half a word can mean another one.
   * @returns as many parts
   */
  parts(simplified: readonly string[]): string[];
}

/** A piece of a text that is converted at once. `start` and `end` are UTF-16 units of the source. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** What takes its place. */
  readonly value: string;
}

const stop = String.raw`\s，。；：！？、（）《》「」『』“”`;
/** Addresses of the web; Chinese belongs to one only behind a sign of addresses: a sentence may go on without a space. */
const address = new RegExp(
  String.raw`(?:https?://|www\.)[^${stop}\p{Script=Han}]*(?:(?<=[/.=?&#_-])[^${stop}]+)?`,
  'gu',
);

const addressesIn = (text: string): ReadonlyMap<number, number> =>
  new Map(Array.from(text.matchAll(address), ({ 0: found, index }) => [index, index + found.length]));

/** Names and addresses, which are never converted in part: where each begins, and what stands for it. */
const fixedIn = (text: string, names: LongestMatch): Piece[] => {
  const addresses = addressesIn(text);
  const found: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    const until = addresses.get(start);
    const entry = until === undefined ? names.at(text, start) : 0;
    const end = until ?? start + (entry === 0 ? widthAt(text, start) : names.width(entry));
    if (until !== undefined) found.push({ start, end, value: text.slice(start, end) });
    else if (entry !== 0) found.push({ start, end, value: names.value(entry) });
    start = end;
  }
  return found;
};

/** A stretch between names, phrase by phrase; what follows each other unchanged is one piece. */
const between = (text: string, from: number, to: number): Piece[] => {
  const words = dictionary();
  const stretch = text.slice(0, to);
  const phraseAt = phrasesOf(words, stretch);
  const found: Piece[] = [];
  let plain = from;
  const keep = (end: number): void => {
    if (end > plain) found.push({ start: plain, end, value: stretch.slice(plain, end) });
  };
  for (let start = from; start < to; ) {
    const entry = phraseAt(start);
    const end = start + (entry === 0 ? widthAt(stretch, start) : words.width(entry));
    if (entry !== 0) {
      keep(start);
      found.push({ start, end, value: words.value(entry) });
      plain = end;
    }
    start = end;
  }
  keep(to);
  return found;
};

const piecesOf = (text: string, names: LongestMatch): Piece[] => {
  let at = 0;
  const pieces = fixedIn(text, names).flatMap((fixed) => {
    const before = between(text, at, fixed.start);
    at = fixed.end;
    return [...before, fixed];
  });
  return [...pieces, ...between(text, at, text.length)];
};

/** A piece that begins in one part and ends in another: by characters where there are as many, else whole where it begins. */
const divided = (source: string, value: string, within: number): [string, string] => {
  const before = [...source.slice(0, within)].length;
  const characters = [...value];
  if (characters.length !== [...source].length) return [value, ''];
  return [characters.slice(0, before).join(''), characters.slice(before).join('')];
};

const inParts = (parts: readonly string[], names: LongestMatch): string[] => {
  const whole = parts.join('');
  const rest = piecesOf(whole, names).reverse();
  let end = 0;
  return parts.map((part) => {
    end += part.length;
    let result = '';
    for (let piece = rest.at(-1); piece && piece.start < end; piece = rest.at(-1)) {
      rest.pop();
      const within = end - piece.start;
      const isWhole = piece.end <= end;
      const [here, behind] = isWhole
        ? [piece.value, '']
        : divided(whole.slice(piece.start, piece.end), piece.value, within);
      result += here;
      if (!isWhole) rest.push({ start: end, end: piece.end, value: behind });
    }
    return result;
  });
};

const han = /\p{Script=Han}/u;

/** @param overrides names that the dictionary does not know, or reads otherwise; the longest one that fits counts */
export const openToTraditional = (overrides: Overrides): ToTraditional => {
  const names = longestMatch(
    overrides.toReversed().map(({ simplified, traditional }) => [simplified, traditional] as const),
  );
  const parts = (simplified: readonly string[]): string[] =>
    simplified.some((part) => han.test(part)) ? inParts(simplified.map(withoutCompatibility), names) : [...simplified];
  return { parts, text: (simplified) => parts([simplified])[0] ?? '' };
};
