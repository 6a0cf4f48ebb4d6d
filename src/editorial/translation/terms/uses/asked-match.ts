import { askedWords } from '#languages/search-words.ts';
import type { TermForm } from '#translation/terms/concept.ts';

/** Plurals of English and French change the end of a word: only its beginning is asked for. */
const beginningOf = (word: string): string =>
  `"${/^\p{Script=Latin}{4,}$/u.test(word) ? word.replace(/(?:y|al)$/u, '') : word}"*`;

/**
 * What finds every document in which a form may stand, as FTS5 takes it: all its words somewhere. Whether they stand
 * together is seen in the document itself. Null where a form has no words.
 */
export const matchOf = ({ locale, term }: TermForm): string | null => {
  const { exact } = askedWords(term);
  if (exact.length === 0) return null;
  const inflects = locale === 'en' || locale === 'fr';
  return exact.map((word) => (inflects ? beginningOf(word) : `"${word}"`)).join(' AND ');
};
