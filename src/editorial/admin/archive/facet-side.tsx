'use client';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import type { FacetsAnswer, FacetValue } from './answers.ts';
import { type Facet, facetOrder, type ScreenState } from './screen-state.ts';
import { useFacetWords } from './use-facet-words.ts';

/** Values that stand there before one asks for all. */
const few = 8;

interface Props {
  answer: FacetsAnswer;
  state: ScreenState;
  onChoose: (facet: Facet, value: string) => void;
}

const Choice = ({ facet, one, chosen, onChoose }: Omit<Props, 'answer' | 'state'> & ChoiceOf) => {
  const { valueWords, countWords } = useFacetWords();
  return (
    <li>
      <label className="bt-facet__value">
        <input checked={chosen} onChange={() => onChoose(facet, one.value)} type="checkbox" />
        <span className="bt-facet__label">{valueWords(facet, one)}</span>
        <span className="bt-facet__count">{countWords(one.count)}</span>
      </label>
    </li>
  );
};
interface ChoiceOf {
  facet: Facet;
  one: FacetValue;
  chosen: boolean;
}

/** Chosen values stay in sight, with nothing found if need be: how else could they be given up. */
const shownOf = (values: readonly FacetValue[], chosen: readonly string[], all: boolean): FacetValue[] => {
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  const listed = [...values, ...missing.map((value) => ({ value, count: 0 }))];
  return all ? listed : listed.filter((one, at) => at < few || chosen.includes(one.value));
};

const FacetGroup = ({ facet, answer, state, onChoose }: Props & { facet: Facet }) => {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const values = answer.facets[facet] ?? [];
  const chosen = state.chosen[facet] ?? [];
  if (values.length === 0 && chosen.length === 0) return null;
  return (
    <fieldset className="bt-facet">
      <legend>{say(`archive.facet.${facet}`)}</legend>
      <ul>
        {shownOf(values, chosen, all).map((one) => (
          <Choice chosen={chosen.includes(one.value)} facet={facet} key={one.value} onChoose={onChoose} one={one} />
        ))}
      </ul>
      {values.length > few ? (
        <button aria-expanded={all} className="bt-button bt-button--link" onClick={() => setAll(!all)} type="button">
          {all ? say('archive.fewer') : say('archive.more', { count: values.length - few })}
        </button>
      ) : null}
    </fieldset>
  );
};

/** Facets with their counts. */
export const FacetSide = (props: Props) => (
  <>
    {facetOrder.map((facet) => (
      <FacetGroup facet={facet} key={facet} {...props} />
    ))}
  </>
);
