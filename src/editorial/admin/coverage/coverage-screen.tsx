'use client';
import { useAuth } from '@payloadcms/ui';
import { useCallback, useState } from 'react';
import { TakeSeveral } from '../bring-back/take-dialog.tsx';
import { mayGiveOut } from '../languages/rights.ts';
import { SearchField } from '../shell/search-field.tsx';
import { useAddressState } from '../shell/use-address-state.ts';
import { useWords } from '../words/use-words.ts';
import { CoverageCounts } from './coverage-counts.tsx';
import { CoverageFilters } from './coverage-filters.tsx';
import { CoveragePager } from './coverage-pager.tsx';
import { addressOf, type CoverageState, questionOf, readState, withSort } from './coverage-state.ts';
import { CoverageTable } from './coverage-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { type Coverage, useCoverage } from './use-coverage.ts';
import { useCoverageWords } from './use-coverage-words.ts';
import { useSelection } from './use-selection.ts';

const inAddress = { read: readState, write: addressOf };

/** What stands in the place of the table when there is nothing to show. */
const Instead = ({ coverage: { answer, refusal } }: { coverage: Coverage }) => {
  const { say } = useCoverageWords();
  const words = refusal !== null ? refusal || say('unreachable') : answer === null ? say('loading') : say('nothing');
  if (refusal === null && answer !== null && answer.total > 0) return null;
  return (
    <p className="bt-archive__instead" role="status">
      {words}
    </p>
  );
};

interface Changing {
  state: CoverageState;
  onState: (next: CoverageState, quietly?: boolean) => void;
}

/** The line above everything: search, the file for table programs, and on a phone the door to the filters. */
const CoverageHead = ({ state, onState, open, onOpen }: Changing & { open: boolean; onOpen: () => void }) => {
  const { say } = useCoverageWords();
  const { language } = useWords();
  const setWords = useCallback((words: string) => onState({ ...state, words, page: 1 }, true), [state, onState]);
  const question = questionOf(state);
  return (
    <header className="bt-archive__head">
      <h1>{say('title')}</h1>
      <SearchField
        hint={say('search.hint')}
        id="coverage-search"
        label={say('search')}
        onWords={setWords}
        words={state.words}
      />
      <a
        className="bt-button bt-button--plain"
        download
        href={`/api/translation/coverage.csv?${question}${question === '' ? '' : '&'}locale=${language}`}
        id="coverage-csv"
      >
        {say('csv')}
      </a>
      <TakeSeveral chosen={state.languages} question={question} />
      <button
        aria-controls="coverage-filters"
        aria-expanded={open}
        className="bt-button bt-button--plain bt-coverage__door"
        onClick={onOpen}
        type="button"
      >
        {say('filters')}
      </button>
    </header>
  );
};

/** The counts, how many were found, and the table. */
const CoverageMain = ({ state, onState, coverage }: Changing & { coverage: Coverage }) => {
  const { say, numberOf } = useCoverageWords();
  const { answer, refusal } = coverage;
  const { user } = useAuth();
  const selection = useSelection();
  const shown = refusal === null ? answer : null;
  const turn = (page: number): void => {
    onState({ ...state, page });
    document.getElementById('coverage-found')?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      {shown ? <CoverageCounts answer={shown} onState={onState} state={state} /> : null}
      <p aria-live="polite" className="bt-coverage__found" id="coverage-found">
        {shown ? say('found', { number: numberOf(shown.total) }) : ' '}
      </p>
      <SelectionBar languages={state.languages} onGiven={coverage.refresh} selection={selection} />
      <Instead coverage={coverage} />
      {shown && shown.rows.length > 0 ? (
        <CoverageTable
          answer={shown}
          onSort={(column) => onState(withSort(state, column))}
          selection={mayGiveOut(user) ? selection : null}
          sort={state.sort}
        />
      ) : null}
      {shown && shown.pages > 1 ? <CoveragePager onPage={turn} page={state.page} pages={shown.pages} /> : null}
    </>
  );
};

/** Every document in every language: what is there, what is missing, what no longer agrees, and the way to the work. */
export const CoverageScreen = () => {
  const { say } = useCoverageWords();
  const [state, setState] = useAddressState(inAddress);
  const [open, setOpen] = useState(false);
  const coverage = useCoverage(questionOf(state), state.page);
  return (
    <div aria-busy={coverage.busy} className="bt-coverage">
      <CoverageHead onOpen={() => setOpen(!open)} onState={setState} open={open} state={state} />
      <section
        aria-label={say('filters')}
        className={`bt-coverage__side${open ? ' bt-coverage__side--open' : ''}`}
        id="coverage-filters"
      >
        <CoverageFilters answer={coverage.answer} onState={setState} state={state} />
      </section>
      <CoverageMain coverage={coverage} onState={setState} state={state} />
    </div>
  );
};
