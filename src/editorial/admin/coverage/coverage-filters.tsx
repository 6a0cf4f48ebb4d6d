'use client';
import type { CoverageAnswer, FacetValue } from './answers.ts';
import {
  type CoverageState,
  type Facet,
  facetOrder,
  hasFilters,
  withDue,
  withFacet,
  withoutFilters,
} from './coverage-state.ts';
import { useCoverageWords } from './use-coverage-words.ts';

interface ChoiceProps {
  facet: Facet;
  values: readonly FacetValue[];
  chosen: string;
  onChoose: (value: string) => void;
}

const Choice = ({ facet, values, chosen, onChoose }: ChoiceProps) => {
  const { say, valueWords, numberOf } = useCoverageWords();
  return (
    <label className="bt-coverage__choice">
      <span>{say(`filter.${facet}`)}</span>
      <select id={`coverage-${facet}`} onChange={(event) => onChoose(event.target.value)} value={chosen}>
        <option value="">{say('any')}</option>
        {values.map((value) => (
          <option key={value.value} value={value.value}>
            {`${valueWords(facet, value)} (${numberOf(value.count)})`}
          </option>
        ))}
      </select>
    </label>
  );
};

interface Props {
  answer: CoverageAnswer | null;
  state: CoverageState;
  onState: (next: CoverageState) => void;
}

/** Everything by which the table is narrowed. */
export const CoverageFilters = ({ answer, state, onState }: Props) => {
  const { say } = useCoverageWords();
  return (
    <div className="bt-coverage__filters">
      {facetOrder.map((facet) => (
        <Choice
          chosen={state.chosen[facet] ?? ''}
          facet={facet}
          key={facet}
          onChoose={(value) => onState(withFacet(state, facet, value))}
          values={answer?.facets[facet] ?? []}
        />
      ))}
      <label className="bt-coverage__choice">
        <span>{say('filter.due')}</span>
        <input
          id="coverage-due"
          onChange={(event) => onState(withDue(state, event.target.value))}
          type="date"
          value={state.due}
        />
      </label>
      {hasFilters(state) ? (
        <button
          className="bt-button bt-button--plain"
          id="coverage-clear"
          onClick={() => onState(withoutFilters(state))}
          type="button"
        >
          {say('clear')}
        </button>
      ) : null}
    </div>
  );
};
