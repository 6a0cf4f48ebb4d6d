'use client';
import { useRouter } from 'next/navigation.js';
import { useCallback, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { ArchiveActs } from './archive-acts.tsx';
import { ArchiveGrid } from './archive-grid.tsx';
import { ArchiveTools, Chips } from './archive-tools.tsx';
import { FacetSide } from './facet-side.tsx';
import { JobsDialog } from './jobs-dialog.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { type Facet, questionOf, readState, sizes, withChoice } from './screen-state.ts';
import { SearchField } from './search-field.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useArchive } from './use-archive.ts';
import { useFacetWords } from './use-facet-words.ts';
import { useJobs } from './use-jobs.ts';
import { useScreenState } from './use-screen-state.ts';
import { useSelection } from './use-selection.ts';

/** What stands in the place of the grid when there is nothing to show. */
const Instead = ({ refusal, found }: { refusal: string | null; found: number | null }) => {
  const { say } = useWords();
  if (refusal !== null) return <p className="bt-archive__instead">{refusal}</p>;
  if (found === null) return <p className="bt-archive__instead">{say('archive.loading')}</p>;
  return found === 0 ? <p className="bt-archive__instead">{say('archive.nothing')}</p> : null;
};

/** The archive: search and facets at the side, everything that is found as a grid, and what is selected of it. */
export const ArchiveScreen = () => {
  const { say } = useWords();
  const { countWords } = useFacetWords();
  const router = useRouter();
  const [state, setState] = useScreenState();
  const [sheet, setSheet] = useState(false);
  const question = questionOf(state);
  const { ratios, facets, round, refusal, busy, refresh } = useArchive(question);
  const [showsJobs, setShowsJobs] = useState(false);
  const { jobs, look, act } = useJobs(refresh);
  const { selection, pick, all, none } = useSelection(question);
  const choose = (facet: Facet, value: string): void => setState(withChoice(state, facet, value));
  const setWords = useCallback((words: string) => setState({ ...state, words }, true), [state, setState]);
  const open = (id: string): void => router.push(`/admin/collections/images/${id}`);
  const total = facets?.total ?? 0;
  return (
    <div aria-busy={busy} className="bt-archive">
      <header className="bt-archive__head">
        <h1>{say('archive.title')}</h1>
        <SearchField onWords={setWords} words={state.words} />
        <ArchiveTools onState={setState} state={state} />
        {jobs.length > 0 ? (
          <ActionButton id="archive-jobs" onClick={() => setShowsJobs(true)}>
            {say('archive.jobs')}
          </ActionButton>
        ) : null}
        <button
          aria-controls="archive-side"
          aria-expanded={sheet}
          className="bt-button bt-button--plain bt-archive__sheet-button"
          onClick={() => setSheet(!sheet)}
          type="button"
        >
          {say('archive.facets')}
        </button>
      </header>
      <div className="bt-archive__body">
        <aside
          aria-label={say('archive.facets')}
          className={`bt-archive__side${sheet ? ' bt-archive__side--open' : ''}`}
          id="archive-side"
        >
          <SavedSearches
            onOpen={(kept) => setState({ ...readState(new URLSearchParams(kept)), size: state.size })}
            question={question}
          />
          {facets ? <FacetSide answer={facets} onChoose={choose} state={state} /> : null}
        </aside>
        <section aria-label={say('archive.pictures')} className="bt-archive__main">
          <div className="bt-archive__line">
            <p aria-live="polite" id="archive-count">
              {facets ? say('archive.found', { count: total, number: countWords(total) }) : ' '}
            </p>
            <Chips facets={facets} onChoose={choose} onState={setState} state={state} />
          </div>
          <SelectionBar onAll={all} onNone={none} selection={selection} total={total}>
            <ArchiveActs
              onBegun={() => {
                look();
                setShowsJobs(true);
              }}
              question={question}
              selection={selection}
            />
          </SelectionBar>
          <Instead found={facets ? total : null} refusal={refusal} />
          {ratios && refusal === null ? (
            <ArchiveGrid
              onAll={all}
              onNone={none}
              onOpen={open}
              onPick={pick}
              question={question}
              ratios={ratios}
              round={round}
              rowHeight={sizes[state.size]}
              selection={selection}
            />
          ) : null}
        </section>
      </div>
      {showsJobs ? <JobsDialog act={act} jobs={jobs} onClose={() => setShowsJobs(false)} /> : null}
    </div>
  );
};
