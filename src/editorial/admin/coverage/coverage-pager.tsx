'use client';
import { useCoverageWords } from './use-coverage-words.ts';

interface Props {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

/** Turns pages. */
export const CoveragePager = ({ page, pages, onPage }: Props) => {
  const { say, numberOf } = useCoverageWords();
  return (
    <nav aria-label={say('pages')} className="bt-coverage__pager">
      <button
        className="bt-button bt-button--plain"
        disabled={page <= 1}
        id="coverage-before"
        onClick={() => onPage(page - 1)}
        type="button"
      >
        {say('before')}
      </button>
      <span>{say('page', { page: numberOf(page), pages: numberOf(pages) })}</span>
      <button
        className="bt-button bt-button--plain"
        disabled={page >= pages}
        id="coverage-after"
        onClick={() => onPage(page + 1)}
        type="button"
      >
        {say('after')}
      </button>
    </nav>
  );
};
