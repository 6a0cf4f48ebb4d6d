import { isStudioLocale } from '#languages/locales.ts';
import type { ReadDocument } from '#translation/exchange/document.ts';
import { type ExchangeProblem, type ProblemCode, problem } from '#translation/exchange/problem.ts';
import type { Place } from '../acts/opened.ts';
import { isTranslatedCollection } from '../translated-collections.ts';

/** Something that is wrong with a document that came back as a whole, where it begins. */
export const faultOf = (read: ReadDocument, code: ProblemCode): ExchangeProblem => {
  const found = problem(code, read.at);
  return read.file === undefined ? found : { ...found, file: read.file };
};

/** The language of a document that a file says it holds; the problem where it says none that there can be. */
export const placeOf = (read: ReadDocument): Place | ExchangeProblem => {
  const { collection, documentId: id, targetLocale: locale } = read;
  if (!isTranslatedCollection(collection) || id === null) return faultOf(read, 'document-foreign');
  if (!isStudioLocale(locale)) return faultOf(read, 'language-wrong');
  return { collection, id, locale };
};

export const isPlace = (found: Place | ExchangeProblem): found is Place => !('code' in found);
