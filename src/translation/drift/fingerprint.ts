import { createHash } from 'node:crypto';
import { type Content, plainText } from '../content.ts';

/** Characters that nobody sees and that separate nothing: soft hyphen, zero-width space and joiner, byte order mark. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g;

/** The words of a content alone: NFC, white space of every kind as one space, no formatting, no codes. */
export const wordsOf = (content: Content): string =>
  plainText(content).normalize('NFC').replace(unseen, '').replace(/\s+/gu, ' ').trim();

const known = new WeakMap<Content, string>();

/**
 * Tells whether two contents say the same words. Formatting, links, and how white space is written count for nothing.
 * @returns 22 characters (128 bits of SHA-256, base64url)
 */
export const fingerprintOf = (content: Content): string => {
  // A content never changes, and whoever aligns a document asks again and again
  const before = known.get(content);
  if (before !== undefined) return before;
  const fingerprint = createHash('sha256').update(wordsOf(content)).digest('base64url').slice(0, 22);
  known.set(content, fingerprint);
  return fingerprint;
};
