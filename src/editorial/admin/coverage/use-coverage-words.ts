'use client';
import type { StudioLocale } from '#languages/locales.ts';
import { useWords } from '../words/use-words.ts';
import type { FacetValue } from './answers.ts';
import type { CellState, Facet } from './coverage-state.ts';

/** How the table of translations is worded. */
export const useCoverageWords = () => {
  const { sayIn, language } = useWords();
  const numbers = new Intl.NumberFormat(language);
  const say = (key: string, values?: Record<string, string | number>): string => sayIn(`coverage:${key}`, values);
  const kindOf = (collection: string, form: 'singular' | 'plural' = 'plural'): string =>
    collection === 'press-kits' ? say('collection.press-kits') : sayIn(`fields:${collection}.${form}`);
  return {
    say,
    kindOf,
    stateOf: (state: CellState): string => say(`state.${state}`),
    languageOf: (locale: StudioLocale): string => sayIn(`studio:language.${locale}`),
    numberOf: (count: number): string => numbers.format(count),
    valueWords: (facet: Facet, { value, label }: Pick<FacetValue, 'value' | 'label'>): string => {
      if (facet === 'collection') return kindOf(value);
      return value === 'none' ? say(`none.${facet}`) : (label ?? value);
    },
  };
};
