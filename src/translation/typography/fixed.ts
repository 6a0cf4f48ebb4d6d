import type { Page } from './page.ts';

const ascii = String.raw`[^\s"<>\u0080-\uffff]`;

/**
 * What stands in a sentence without being of it: machines read it letter by letter, or it has a spelling of its own. Each begins where
 * nothing of its kind stands before it, so that a long run of one letter is gone through once and not from each of its places.
 */
const patterns: readonly RegExp[] = [
  // Addresses of web and mail, with a scheme or without
  new RegExp(String.raw`(?:https?|ftp|mailto|tel):${ascii}+|www\.${ascii}+`, 'giu'),
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  new RegExp(String.raw`(?<![\w.])(?:[a-z0-9][a-z0-9-]{0,62}\.)+[a-z]{2,63}(?:/${ascii}*)?`, 'gu'),
  // Times and ratios
  /(?<!\d)\d+(?:[ \u00a0\u202f]?:[ \u00a0\u202f]?\d+)+/gu,
  // Numbers of documents: 1369/QĐ-UBND
  /(?<!\d)\d+(?:\/[\p{L}\p{N}]+)+(?:-[\p{L}\p{N}]+)*/gu,
  // Placeholders, entities and tags
  /\{\{?[^{}\s]+\}?\}|&#?\w+;|<\/?[a-z][^<>]*>/giu,
];

/** A mark that ends a sentence, or a bracket around an address, is not of the address. */
const withoutEnd = (address: string): string => address.replace(/[.,;:!?'")\]}]+$/u, '');

const isAddress = (found: string): boolean => /^(?:\w+:|www\.|[\w.+-]+@)|\//u.test(found);

/** For each unit of the text, whether it may not be changed: code, breaks, objects, addresses, times, numbers of documents. */
export const fixedUnits = ({ cells, text, origins }: Page): Uint8Array => {
  const fixed = Uint8Array.from(origins, (cell) => (cells[cell]?.fixed ? 1 : 0));
  for (const pattern of patterns) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const kept = isAddress(found) ? withoutEnd(found) : found;
      fixed.fill(1, index, index + kept.length);
    }
  }
  return fixed;
};
