'use client';
import type { StudioLocale } from '#languages/locales.ts';
import { Moment } from '../shell/moment.tsx';
import type { CoverageAnswer, Row } from './answers.ts';
import { CoverageCell } from './coverage-cell.tsx';
import type { Sort, SortColumn } from './coverage-state.ts';
import { useCoverageWords } from './use-coverage-words.ts';

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

interface RowProps {
  row: Row;
  languages: readonly StudioLocale[];
}

const CoverageRow = ({ row, languages }: RowProps) => {
  const { languageOf, say } = useCoverageWords();
  return (
    <tr>
      <Title row={row} />
      {languages.map((locale) => {
        const cell = row.cells[locale];
        return (
          <td data-label={languageOf(locale)} key={locale}>
            {cell ? <CoverageCell cell={cell} locale={locale} row={row} /> : null}
          </td>
        );
      })}
      <td className="bt-coverage__moment" data-label={say('column.changed')}>
        <Moment at={row.changed} />
      </td>
    </tr>
  );
};

interface TableProps {
  answer: CoverageAnswer;
  sort: Sort;
  onSort: (column: SortColumn) => void;
}

/** Documents by languages. On a phone each row is laid out as a card. */
export const CoverageTable = ({ answer, sort, onSort }: TableProps) => {
  const { say, languageOf } = useCoverageWords();
  const { languages, rows } = answer;
  const heading = (column: SortColumn, words: string) => (
    <Heading column={column} key={column} onSort={onSort} sort={sort} words={words} />
  );
  return (
    <table aria-label={say('table')} className="bt-coverage__table" id="coverage-table">
      <thead>
        <tr>
          {heading('title', say('column.title'))}
          {languages.map((locale) => heading(locale, languageOf(locale)))}
          {heading('changed', say('column.changed'))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CoverageRow key={`${row.collection}/${row.id}`} languages={languages} row={row} />
        ))}
      </tbody>
    </table>
  );
};
