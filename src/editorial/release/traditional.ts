import { withWords } from '#record/edition-words.ts';
import type { Edition } from '#record/records.ts';
import type { ToTraditional } from '#translation/script/to-traditional.ts';
import type { EditionDraft } from './build-edition.ts';

/**
 * Editions of Simplified Chinese in Traditional characters, with the mark that a program has made them. Addresses are those of the
 * source: they are Pinyin, which knows no script.
 */
export const inTraditional = (editions: readonly Edition[], traditional: ToTraditional): EditionDraft[] =>
  editions.map((edition) => ({
    edition: { ...withWords(edition, traditional), converted: { from: 'zh-Hans' } },
    refs: [],
    unknown: [],
  }));
