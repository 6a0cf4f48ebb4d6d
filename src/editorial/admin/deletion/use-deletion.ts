'use client';
import { useCallback, useEffect, useState } from 'react';
import type { DeletionAnswer } from '../../endpoints/deletion-endpoints.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** How the deletion of a picture stands, and a way to ask again; null until that is known. */
export const useDeletion = (id: string | undefined): [DeletionAnswer | null, () => Promise<void>] => {
  const { language } = useWords();
  const [state, setState] = useState<DeletionAnswer | null>(null);
  const load = useCallback(async () => {
    if (id === undefined) return;
    const answer = await studioFetch(`/api/images/${id}/deletion`, language);
    setState(answer.ok ? (answer.body as DeletionAnswer) : null);
  }, [id, language]);
  useEffect(() => void load(), [load]);
  return [state, load];
};
