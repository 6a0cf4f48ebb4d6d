'use client';
import { useWords } from '../words/use-words.ts';
import type { Problem } from './answers.ts';

/** What is wrong in a file, each with its place. */
export const ProblemList = ({ problems }: { problems: readonly Problem[] }) => {
  const { sayIn } = useWords();
  if (problems.length === 0) return null;
  return (
    <ul className="bt-back__problems">
      {problems.map(({ detail, file, line, column, unit }) => (
        <li key={`${detail} ${file} ${line} ${column} ${unit}`}>
          {detail}{' '}
          {line === null ? null : (
            <small>{sayIn('exchange:bring.at', { file: file ?? '', line, column: column ?? 1 })}</small>
          )}
        </li>
      ))}
    </ul>
  );
};
