'use client';
import type { ReactNode } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import { Moment } from '../shell/moment.tsx';
import { useWords } from '../words/use-words.ts';
import type { CoverageAnswer, Row } from './answers.ts';
import { DueDay } from './cell-work.tsx';
import { CoverageCell } from './coverage-cell.tsx';
import type { Sort, SortColumn } from './coverage-state.ts';
import { useCoverageWords } from './use-coverage-words.ts';
import type { Selection } from './use-selection.ts';

interface HeadingProps {
  column: SortColumn;
  words: string;
  sort: Sort;
  onSort: (column: SortColumn) => void;
}

/** A heading by which the table is put in order. */
const Heading = ({ column, words, sort, onSort }: HeadingProps) => {
  const isSorted = sort.column === column;
  const order = sort.isDown ? 'descending' : 'ascending';
  return (
    <th aria-sort={isSorted ? order : 'none'} scope="col">
      <button className="bt-coverage__sort" onClick={() => onSort(column)} type="button">
        {words}
        <span aria-hidden="true">{isSorted ? (sort.isDown ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  );
};

const Title = ({ row }: { row: Row }) => {
  const { say, kindOf, languageOf } = useCoverageWords();
  const { titleIn, title, collection, id, source } = row;
  return (
    <th className="bt-coverage__title" scope="row">
      <a href={`/admin/collections/${collection}/${id}?locale=${source}`} lang={titleIn ?? undefined}>
        {title || say('untitled')}
      </a>
      {titleIn ? <span className="bt-unseen"> ({say('language', { language: languageOf(titleIn) })})</span> : null}
      <span className="bt-coverage__kind">{kindOf(collection, 'singular')}</span>
    </th>
  );
};

/** Who has the one language that the table shows, and until when. */
const WorkColumns = ({ row, locale }: { row: Row; locale: StudioLocale }) => {
  const { sayIn } = useWords();
  const work = row.cells[locale]?.work ?? null;
  return (
    <>
      <td data-label={sayIn('work:column.translator')}>{work?.translator}</td>
      <td data-label={sayIn('work:column.reviewer')}>{work?.reviewer}</td>
      <td data-label={sayIn('work:column.due')}>{work ? <DueDay work={work} /> : null}</td>
    </>
  );
};

const Check = ({ row, selection }: { row: Row; selection: Selection }) => {
  const { sayIn } = useWords();
  const { say } = useCoverageWords();
  return (
    <td className="bt-coverage__check">
      <input
        aria-label={sayIn('work:select.row', { title: row.title || say('untitled') })}
        checked={selection.has(row)}
        onChange={() => selection.toggle(row)}
        type="checkbox"
      />
    </td>
  );
};

interface RowProps {
  row: Row;
  languages: readonly StudioLocale[];
  /** Null for whoever gives nothing out. */
  selection: Selection | null;
}

const CoverageRow = ({ row, languages, selection }: RowProps) => {
  const { languageOf, say } = useCoverageWords();
  const [alone] = languages.length === 1 ? languages : [];
  return (
    <tr>
      {selection ? <Check row={row} selection={selection} /> : null}
      <Title row={row} />
      {languages.map((locale) => {
        const cell = row.cells[locale];
        return (
          <td data-label={languageOf(locale)} key={locale}>
            {cell ? <CoverageCell cell={cell} isAlone={alone !== undefined} locale={locale} row={row} /> : null}
          </td>
        );
      })}
      {alone ? <WorkColumns locale={alone} row={row} /> : null}
      <td className="bt-coverage__moment" data-label={say('column.changed')}>
        <Moment at={row.changed} />
      </td>
    </tr>
  );
};

const CheckAll = ({ rows, selection }: { rows: readonly Row[]; selection: Selection }) => {
  const { sayIn } = useWords();
  return (
    <th className="bt-coverage__check" scope="col">
      <input
        aria-label={sayIn('work:select.all')}
        checked={rows.every(selection.has)}
        id="coverage-all"
        onChange={() => selection.toggleAll(rows)}
        type="checkbox"
      />
    </th>
  );
};

const WorkHeadings = ({ heading }: { heading: (column: SortColumn, words: string) => ReactNode }) => {
  const { sayIn } = useWords();
  return (
    <>
      <th className="bt-coverage__plain" scope="col">
        {sayIn('work:column.translator')}
      </th>
      <th className="bt-coverage__plain" scope="col">
        {sayIn('work:column.reviewer')}
      </th>
      {heading('due', sayIn('work:column.due'))}
    </>
  );
};

interface TableProps {
  answer: CoverageAnswer;
  selection: Selection | null;
  sort: Sort;
  onSort: (column: SortColumn) => void;
}

/** Documents by languages. On a phone each row is laid out as a card. */
export const CoverageTable = ({ answer, selection, sort, onSort }: TableProps) => {
  const { say, languageOf } = useCoverageWords();
  const { languages, rows } = answer;
  const heading = (column: SortColumn, words: string) => (
    <Heading column={column} key={column} onSort={onSort} sort={sort} words={words} />
  );
  return (
    <table aria-label={say('table')} className="bt-coverage__table" id="coverage-table">
      <thead>
        <tr>
          {selection ? <CheckAll rows={rows} selection={selection} /> : null}
          {heading('title', say('column.title'))}
          {languages.map((locale) => heading(locale, languageOf(locale)))}
          {languages.length === 1 ? <WorkHeadings heading={heading} /> : null}
          {heading('changed', say('column.changed'))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CoverageRow key={`${row.collection}/${row.id}`} languages={languages} row={row} selection={selection} />
        ))}
      </tbody>
    </table>
  );
};
