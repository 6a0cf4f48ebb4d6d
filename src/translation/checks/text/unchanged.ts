import type { Check, Side } from '../check.ts';

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What is left of a text for a translator: no address, number of a document or name. */
const translatable = ({ text, facts }: Side): boolean => {
  let left = text.normalize('NFC') === text ? text : text.normalize('NFC');
  for (const { kind, start, end } of facts) {
    if (left.length === text.length && (kind === 'web' || kind === 'mail' || kind === 'document')) {
      left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
    }
  }
  return (
    /\p{Script=Han}{2}/u.test(left) ||
    (left.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}’'-]{2,}(?!\p{L})/gu)?.length ?? 0) >= 2
  );
};

/** The same words as the source, though there is something to translate: two words in small letters, or Chinese. */
export const unchanged: Check = {
  code: 'unchanged',
  severity: 'warns',
  find: ({ source, target, sourceLocale, targetLocale }) => {
    if (sourceLocale === targetLocale || folded(source.text) !== folded(target.text)) return [];
    return translatable(source) ? [{ start: 0, end: target.text.length }] : [];
  },
};
