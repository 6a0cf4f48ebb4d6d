'use client';
import { dayInWords } from '../../words/day-in-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Cell } from './answers.ts';

type Work = NonNullable<Cell['work']>;

/** The day until which work is due, and that it is over. */
export const DueDay = ({ work: { due, isLate } }: { work: Work }) => {
  const { sayIn, language } = useWords();
  if (due === null) return null;
  const day = dayInWords(due, language);
  return isLate ? <span className="bt-late">{sayIn('work:item.late', { day })}</span> : <span>{day}</span>;
};

/** Who has been given a language, in a line below how it stands: where several languages stand side by side. */
export const CellWork = ({ work }: { work: Work }) => {
  const people = [work.translator, work.reviewer].filter((name) => name !== null && name !== '');
  return (
    <span className="bt-coverage__work">
      <span>{people.join(' → ')}</span>
      <DueDay work={work} />
    </span>
  );
};
