'use client';
import { useWords } from '../words/use-words.ts';

const known = ['untitled', 'level-lowering', 'not-found', 'forbidden', 'revision-conflict', 'level-not-allowed'];

/** Why a picture is left out, in a few words. */
export const useReason = (): ((code: string | null) => string) => {
  const { say } = useWords();
  return (code) => say(`archive.reason.${code !== null && known.includes(code) ? code : 'other'}`);
};
