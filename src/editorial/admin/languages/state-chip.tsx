'use client';
import type { LanguageState } from '../../desk/language-state.ts';
import { useWords } from '../words/use-words.ts';

/** The state of one language as a word on a colour; the word alone says it too. */
export const StateChip = ({ state }: { state: LanguageState }) => {
  const { say } = useWords();
  return <span className={`bt-chip bt-chip--${state}`}>{say(`state.${state}`)}</span>;
};
