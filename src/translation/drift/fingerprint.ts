import { createHash } from 'node:crypto';
import { type Content, plainText } from '../content.ts';

/** Characters that nobody sees and that separate nothing: soft hyphen, zero-width space and joiner, byte order mark. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;

/** The words of a content alone: NFC, white space of every kind as one space, no formatting, no codes. */
export const wordsOf = (content: Content): string =>
  plainText(content).normalize('NFC').replace(unseen, '').replace(/\s+/gu, ' ').trim();

/** Contents never change, and whoever aligns a document asks again and again. */
const known = new WeakMap<Content, string>();
/** A document is read anew for each question, and says what it said: fingerprints by the text as it stood, up to so many. */
const byText = new Map<string, string>();
const most = 20_000;

const calculated = (content: Content): string => {
  const text = plainText(content);
  const before = byText.get(text);
  if (before !== undefined) return before;
  const fingerprint = createHash('sha256').update(wordsOf(content)).digest('base64url').slice(0, 22);
  if (byText.size >= most) byText.clear();
  byText.set(text, fingerprint);
  return fingerprint;
};

/**
 * Tells whether two contents say the same words. Formatting, links, and how white space is written count for nothing.
 * @returns 22 characters (128 bits of SHA-256, base64url)
 */
export const fingerprintOf = (content: Content): string => {
  const before = known.get(content);
  if (before !== undefined) return before;
  const fingerprint = calculated(content);
  known.set(content, fingerprint);
  return fingerprint;
};
