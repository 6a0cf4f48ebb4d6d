'use client';
import { useCallback, useEffect, useState } from 'react';
import type { GrantPanelAnswer } from '../../endpoints/grant-endpoints.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** What a person may know and what waits for them, and a way to ask again; null until that is known. @param id null: do not ask */
export const useGrants = (id: string | null): [GrantPanelAnswer | null, () => Promise<void>] => {
  const { language } = useWords();
  const [state, setState] = useState<GrantPanelAnswer | null>(null);
  const load = useCallback(async () => {
    if (id === null) return setState(null);
    const answer = await studioFetch(`/api/users/${id}/grants`, language);
    setState(answer.ok ? (answer.body as GrantPanelAnswer) : null);
  }, [id, language]);
  useEffect(() => void load(), [load]);
  return [state, load];
};
