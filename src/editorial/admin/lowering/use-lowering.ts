'use client';
import { useCallback, useEffect, useState } from 'react';
import type { LoweringAnswer, OpeningAnswer } from '../../endpoints/lowering-endpoints.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** How the lowering of a marking stands, and a way to ask again; null until that is known. @param id null: do not ask */
export const useLowering = (id: string | null): [LoweringAnswer | null, () => Promise<void>] => {
  const { language } = useWords();
  const [state, setState] = useState<LoweringAnswer | null>(null);
  const load = useCallback(async () => {
    if (id === null) return setState(null);
    const answer = await studioFetch(`/api/markings/${id}/lowering`, language);
    setState(answer.ok ? (answer.body as LoweringAnswer) : null);
  }, [id, language]);
  useEffect(() => void load(), [load]);
  return [state, load];
};

/** All that would become readable, read anew; null until it is there. */
export const useOpening = (id: string): [OpeningAnswer | null, () => Promise<void>] => {
  const { language } = useWords();
  const [opening, setOpening] = useState<OpeningAnswer | null>(null);
  const load = useCallback(async () => {
    const answer = await studioFetch(`/api/markings/${id}/lowering/opens`, language);
    setOpening(answer.ok ? (answer.body as OpeningAnswer) : null);
  }, [id, language]);
  useEffect(() => void load(), [load]);
  return [opening, load];
};
