import { isStudioLocale } from '#languages/locales.ts';
import type { ReadDocument } from '#translation/exchange/document.ts';
import { type ExchangeProblem, problem } from '#translation/exchange/problem.ts';
import type { Place } from '../acts/opened.ts';
import { isTranslatedCollection } from '../translated-collections.ts';

/** The language of a document that a file says it holds; the problem where it says none that there can be. */
export const placeOf = (read: ReadDocument): Place | ExchangeProblem => {
  const { collection, documentId: id, targetLocale: locale, at } = read;
  if (!isTranslatedCollection(collection) || id === null) return problem('document-foreign', at);
  if (!isStudioLocale(locale)) return problem('language-wrong', at);
  return { collection, id, locale };
};

export const isPlace = (found: Place | ExchangeProblem): found is Place => !('code' in found);
