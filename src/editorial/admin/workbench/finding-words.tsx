'use client';
import { useWords } from '../words/use-words.ts';
import type { Finding } from './answers.ts';

/** What a check has found, in words. */
export const FindingWords = ({ finding: { says, values } }: { finding: Pick<Finding, 'says' | 'values'> }) => {
  const { sayIn } = useWords();
  return <span>{sayIn(`checks:${says}`, values)}</span>;
};
