'use client';
import { useWords } from '../words/use-words.ts';
import type { FacetsAnswer } from './answers.ts';
import {
  type Facet,
  facetOrder,
  type ScreenState,
  type Size,
  type SortName,
  sizes,
  sortOrder,
} from './screen-state.ts';
import { useFacetWords } from './use-facet-words.ts';

interface Props {
  state: ScreenState;
  onState: (next: ScreenState) => void;
}

/** Order and size of what is shown. */
export const ArchiveTools = ({ state, onState }: Props) => {
  const { say } = useWords();
  return (
    <div className="bt-archive__tools">
      <label>
        <span>{say('archive.sort')}</span>
        <select
          id="archive-sort"
          onChange={(event) => onState({ ...state, sort: event.target.value as SortName })}
          value={state.sort}
        >
          {sortOrder.map((name) => (
            <option key={name} value={name}>
              {say(`archive.sort.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say('archive.size')}</span>
        <select
          id="archive-size"
          onChange={(event) => onState({ ...state, size: event.target.value as Size })}
          value={state.size}
        >
          {Object.keys(sizes).map((name) => (
            <option key={name} value={name}>
              {say(`archive.size.${name}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

interface ChipsProps extends Props {
  facets: FacetsAnswer | null;
  onChoose: (facet: Facet, value: string) => void;
}

/** What is chosen, each with a way to give it up. */
export const Chips = ({ state, facets, onState, onChoose }: ChipsProps) => {
  const { say } = useWords();
  const { valueWords } = useFacetWords();
  const chosen = facetOrder.flatMap((facet) => (state.chosen[facet] ?? []).map((value) => ({ facet, value })));
  if (chosen.length === 0) return null;
  const wordsOf = (facet: Facet, value: string): string => {
    const known = facets?.facets[facet]?.find((one) => one.value === value);
    return valueWords(facet, known ?? { value });
  };
  return (
    <ul aria-label={say('archive.chosen')} className="bt-archive__chips">
      {chosen.map(({ facet, value }) => (
        <li key={`${facet} ${value}`}>
          <button className="bt-chip-button" onClick={() => onChoose(facet, value)} type="button">
            <span className="bt-chip-button__facet">{say(`archive.facet.${facet}`)}</span>
            {wordsOf(facet, value)}
            <span aria-hidden="true">×</span>
            <span className="bt-unseen">{say('archive.giveUp')}</span>
          </button>
        </li>
      ))}
      <li>
        <button className="bt-button bt-button--link" onClick={() => onState({ ...state, chosen: {} })} type="button">
          {say('archive.giveUpAll')}
        </button>
      </li>
    </ul>
  );
};
