'use client';
import type { StudioLocale } from '#languages/locales.ts';
import type { Cell, Row } from './answers.ts';
import { CellWork } from './cell-work.tsx';
import { StateMark } from './state-mark.tsx';
import { useCoverageWords } from './use-coverage-words.ts';
import { workOf } from './work-of.ts';

interface Props {
  row: Row;
  locale: StudioLocale;
  cell: Cell;
}

/** How one language of a document stands, with the way to the work. */
const CellState = ({ row, locale, cell }: Props) => {
  const { say, stateOf, languageOf } = useCoverageWords();
  const { state, published, done, of } = cell;
  const isBegun = state !== 'source' && state !== 'missing' && done < of;
  const name = say('cell', {
    title: row.title || say('untitled'),
    language: languageOf(locale),
    state: stateOf(state),
  });
  const more = [isBegun ? say('progress', { done, of }) : '', published ? say('published') : ''].filter(Boolean);
  return (
    <a aria-label={[name, ...more].join(', ')} className={`bt-state bt-state--${state}`} href={workOf(row, locale)}>
      <StateMark state={state} />
      <span className="bt-state__word">{stateOf(state)}</span>
      {isBegun ? <span className="bt-state__more">{say('progress', { done, of })}</span> : null}
      {published ? <span className="bt-state__public">{say('published')}</span> : null}
    </a>
  );
};

/**
 * One language of a document: a sign, a word, how much is ready, and the way to the work.
 * @param isAlone whether the table shows this language only: who has it then stands in columns of its own
 */
export const CoverageCell = ({ isAlone, ...props }: Props & { isAlone: boolean }) => (
  <>
    <CellState {...props} />
    {props.cell.work && !isAlone ? <CellWork work={props.cell.work} /> : null}
  </>
);
