'use client';
import { useRouter } from 'next/navigation.js';
import { useCallback, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { SearchField } from '../shell/search-field.tsx';
import { useWords } from '../words/use-words.ts';
import { ArchiveActs } from './archive-acts.tsx';
import { ArchiveGrid } from './archive-grid.tsx';
import { ArchiveTools, Chips } from './archive-tools.tsx';
import { FacetSide } from './facet-side.tsx';
import { JobsDialog } from './jobs-dialog.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { type Facet, questionOf, readState, type ScreenState, sizes, withChoice } from './screen-state.ts';
import { SelectionBar } from './selection-bar.tsx';
import { type Archive, useArchive } from './use-archive.ts';
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

interface HeadProps {
  state: ScreenState;
  onState: (next: ScreenState, quietly?: boolean) => void;
  sheet: boolean;
  onSheet: (open: boolean) => void;
  /** Opens the list of edits; null where there is none. */
  onJobs: (() => void) | null;
}

/** The line above everything: search, order, size, and on a phone the door to the filters. */
const ArchiveHead = ({ state, onState, sheet, onSheet, onJobs }: HeadProps) => {
  const { say } = useWords();
  const setWords = useCallback((words: string) => onState({ ...state, words }, true), [state, onState]);
  return (
    <header className="bt-archive__head">
      <h1>{say('archive.title')}</h1>
      <SearchField
        hint={say('archive.search.hint')}
        id="archive-search"
        label={say('archive.search')}
        onWords={setWords}
        words={state.words}
      />
      <ArchiveTools onState={onState} state={state} />
      {onJobs ? (
        <ActionButton id="archive-jobs" onClick={onJobs}>
          {say('archive.jobs')}
        </ActionButton>
      ) : null}
      <button
        aria-controls="archive-side"
        aria-expanded={sheet}
        className="bt-button bt-button--plain bt-archive__sheet-button"
        onClick={() => onSheet(!sheet)}
        type="button"
      >
        {say('archive.facets')}
      </button>
    </header>
  );
};

interface MainProps {
  archive: Archive;
  state: ScreenState;
  onState: (next: ScreenState) => void;
  onChoose: (facet: Facet, value: string) => void;
  onBegun: () => void;
}

/** How many were found, what is chosen and selected, and the pictures. */
const ArchiveMain = ({ archive, state, onState, onChoose, onBegun }: MainProps) => {
  const { say } = useWords();
  const { countWords } = useFacetWords();
  const router = useRouter();
  const question = questionOf(state);
  const { ratios, answered, facets, round, refusal } = archive;
  const { selection, pick, all, none } = useSelection(question);
  const total = facets?.total ?? 0;
  return (
    <section aria-label={say('archive.pictures')} className="bt-archive__main">
      <div className="bt-archive__line">
        <p aria-live="polite" id="archive-count">
          {facets ? say('archive.found', { number: countWords(total) }) : ' '}
        </p>
        <Chips facets={facets} onChoose={onChoose} onState={onState} state={state} />
      </div>
      <SelectionBar onAll={all} onNone={none} selection={selection} total={total}>
        <ArchiveActs onBegun={onBegun} question={question} selection={selection} />
      </SelectionBar>
      <Instead found={facets ? total : null} refusal={refusal} />
      {ratios && refusal === null ? (
        <ArchiveGrid
          onAll={all}
          onNone={none}
          onOpen={(id) => router.push(`/admin/collections/images/${id}`)}
          onPick={pick}
          question={answered}
          ratios={ratios}
          round={round}
          rowHeight={sizes[state.size]}
          selection={selection}
        />
      ) : null}
    </section>
  );
};

/** The archive: search and facets at the side, everything that is found as a grid, and what is selected of it. */
export const ArchiveScreen = () => {
  const { say } = useWords();
  const [state, setState] = useScreenState();
  const [sheet, setSheet] = useState(false);
  const [showsJobs, setShowsJobs] = useState(false);
  const question = questionOf(state);
  const archive = useArchive(question);
  const { jobs, look, act } = useJobs(archive.refresh);
  const choose = (facet: Facet, value: string): void => setState(withChoice(state, facet, value));
  const openSearch = (kept: string): void => setState({ ...readState(new URLSearchParams(kept)), size: state.size });
  const begun = (): void => {
    look();
    setShowsJobs(true);
  };
  return (
    <div aria-busy={archive.busy} className="bt-archive">
      <ArchiveHead
        onJobs={jobs.length > 0 ? () => setShowsJobs(true) : null}
        onSheet={setSheet}
        onState={setState}
        sheet={sheet}
        state={state}
      />
      <div className="bt-archive__body">
        <aside
          aria-label={say('archive.facets')}
          className={`bt-archive__side${sheet ? ' bt-archive__side--open' : ''}`}
          id="archive-side"
        >
          <SavedSearches onOpen={openSearch} question={question} />
          {archive.facets ? <FacetSide answer={archive.facets} onChoose={choose} state={state} /> : null}
        </aside>
        <ArchiveMain archive={archive} onBegun={begun} onChoose={choose} onState={setState} state={state} />
      </div>
      {showsJobs ? <JobsDialog act={act} jobs={jobs} onClose={() => setShowsJobs(false)} /> : null}
    </div>
  );
};
