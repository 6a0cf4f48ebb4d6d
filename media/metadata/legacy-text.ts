import { asWindows1252, singleBytes } from '../formats/single-bytes.ts';
import { type LegacyForm, tcvn3, vni, windows1258 } from './legacy-tables.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/** What a text says when it is read in the form in which it seems to have been written. */
export interface Recognised {
  readonly form: LegacyForm;
  /** Unicode, NFC. */
  readonly text: string;
  /** From 0 to 1: how much of the text becomes Vietnamese, lessened where there is little of it. */
  readonly certainty: number;
}

/** Below this nothing is said. */
const enough = 0.6;
/** Where a second form fits as well as this, nobody can tell which it was. */
const margin = 0.05;

/**
 * Recognises Vietnamese that was kept in TCVN3, VNI-Windows or Windows-1258 and read as Windows-1252 or Latin-1, and any
 * text in UTF-8 that was so misread, once or twice. An offer for somebody to confirm, never a correction.
 * @param text as it was read, before anything is cleaned away: a soft hyphen or a no-break space may be a letter here
 * @param expected a form that other texts beside this one are in: then less of it is enough
 * @returns null for a text that is what it seems to be
 */
export function recogniseLegacy(text: string, expected?: LegacyForm): Recognised | null {
  const bytes = /[^\0-\x7f]/.test(text) ? singleBytes(text) : null;
  if (!bytes) return null;
  const shown = asWindows1252(bytes);
  const misread = misreadUtf8(bytes) ?? misreadUtf8(withLostSpaces(shown));
  if (misread) return misread;
  const [best, next] = (Object.keys(decoders) as EightBit[])
    .map((form) => judge(shown, form, form === expected))
    .filter((found) => found !== null)
    .sort((one, other) => other.certainty - one.certainty);
  if (!best || best.certainty < enough) return null;
  const isTie = next && next.text !== best.text && best.certainty - next.certainty < margin;
  return isTie ? null : best;
}

/** Programs make a space of the no-break space that is the second half of à or the last third of Ạ. */
const withLostSpaces = (shown: string) => singleBytes(shown.replace(/(?<=[ÃÆ]|á[º»]) /g, '\u00a0')) ?? new Uint8Array();

/** Bytes that are UTF-8 by chance are next to impossible: each letter beyond ASCII would have to be in its place. */
function misreadUtf8(bytes: Uint8Array): Recognised | null {
  const once = utf8(bytes);
  if (!once) return null;
  const inner = singleBytes(once);
  const twice = inner && /[^\0-\x7f]/.test(once) ? utf8(inner) : null;
  const letters = once.match(/[^\0-\x7f]/g)?.length ?? 0;
  const certainty = letters > 1 ? 0.99 : 0.9;
  return twice === null
    ? { form: 'utf-8', text: once.normalize('NFC'), certainty }
    : { form: 'utf-8-twice', text: twice.normalize('NFC'), certainty };
}

/** One letter of another script by itself: in French, an é before a no-break space and a » is three such bytes. */
const alone = /(?<![^\0-\x7f])[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}](?![^\0-\x7f])/u;

function utf8(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return alone.test(text) ? null : text;
  } catch {
    return null;
  }
}

type EightBit = Exclude<LegacyForm, 'utf-8' | 'utf-8-twice'>;

/** Reads a word or a text; a character that the form has nothing for becomes what `missing` makes of it. */
type Decode = (shown: string, missing: (character: string) => string) => string;

const vniLetter = /[AEOUYaeouyÔôÖö][ÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜËùøûõïâáàåãäêéèúüë]|[\u00a1-\u00ff]/g;
const upperHalf = /[\u00a1-\u00ff]/g;

const decoders: Readonly<Record<EightBit, Decode>> = {
  tcvn3: (shown, missing) =>
    shown.replace(upperHalf, (character) => tcvn3.get(character.charCodeAt(0)) ?? missing(character)),
  vni: (shown, missing) =>
    shown.replace(
      vniLetter,
      (pair) => vni.get(pair) ?? Array.from(pair, (one) => vni.get(one) ?? missing(one)).join(''),
    ),
  'windows-1258': (shown) =>
    shown.replace(upperHalf, (character) => windows1258.get(character.charCodeAt(0)) ?? character).normalize('NFC'),
};

/** Letters, and the signs that are letters in the fonts of TCVN3. */
const words = /[A-Za-z\u00a1-\u00ffŠšŽžŒœŸƒ]+/g;

/**
 * How well a text fits a form. What speaks for it: words with letters beyond ASCII that become Vietnamese syllables and
 * were none. What speaks against it: such words that become none or were proper already, and plain words that are none.
 */
function judge(shown: string, form: EightBit, isExpected: boolean): Recognised | null {
  const decode = (word: string) => decoders[form](word, () => '\ufffd');
  const all = (shown.match(words) ?? []).filter((word) => /\p{L}|../u.test(word));
  const plain = all.filter((word) => /^[A-Za-z]+$/.test(word));
  const marked = all.filter((word) => !/^[A-Za-z]+$/.test(word));
  const good = marked.filter((word) => isVietnameseSyllable(decode(word)));
  const proper = marked.filter((word) => isVietnameseSyllable(word) && decode(word) !== word);
  const mended = new Set(good.filter((word) => !isVietnameseSyllable(word)));
  if (!isEvidence(good, mended, proper.length) && !(isExpected && mended.size > 0 && proper.length === 0)) return null;
  if (good.length < marked.length * 0.8) return null;
  const plainGood = plain.filter(isVietnameseSyllable);
  const share = (3 * good.length + plainGood.length) / (3 * marked.length + plain.length);
  const evidence = 1 - 0.5 ** (mended.size + (isExpected ? 2 : 1));
  const text = decoders[form](shown, (character) => character);
  return { form, text: inCapitals(shown, text), certainty: Math.min(0.99, Math.round(share * evidence * 100) / 100) };
}

/** A unit such as µm beside a proper word is none: two different words, and two that are mended or one that is long. */
const isEvidence = (good: readonly string[], mended: ReadonlySet<string>, proper: number): boolean =>
  new Set(good).size > 1 &&
  proper <= 2 * mended.size &&
  (mended.size > 1 || [...mended].some((word) => word.length > 3));

/** A capital font drew the small letters of TCVN3: where all others are capitals, they were meant to be. */
const inCapitals = (shown: string, decoded: string): string =>
  /[A-Z].*[A-Z].*[A-Z]/s.test(shown) && !/[a-z]/.test(shown) ? decoded.toUpperCase() : decoded;
