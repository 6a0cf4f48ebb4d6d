'use client';
import { sourceTypes } from '#collections/fields/described.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import type { FacetValue } from './answers.ts';
import type { Facet } from './screen-state.ts';

/** How values of facets and their counts are said. */
export const useFacetWords = () => {
  const { say, language } = useWords();
  const nameOf = useFieldName('images');
  const numbers = new Intl.NumberFormat(language);
  const valueWords = (facet: Facet, { value, label }: Pick<FacetValue, 'value' | 'label'>): string => {
    if (label !== undefined) return label;
    if (value === 'none' && facet !== 'rights') return say(`archive.none.${facet}`);
    if (facet === 'missing') return say(`language.${value}`);
    if (facet === 'marking') return say(`level.${value}`);
    if (facet === 'rights' || facet === 'orientation') return say(`archive.${facet}.${value}`);
    if (facet === 'source') return sourceTypes.includes(value) ? nameOf(`sourceType.${value}`) : value.toUpperCase();
    return value;
  };
  return { valueWords, countWords: (count: number) => numbers.format(count) };
};
