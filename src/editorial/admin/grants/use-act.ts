'use client';
import { useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** Sends an act about a person: whether it is on its way, what was refused, and the sending, which says whether it was done. */
export const useAct = (person: string) => {
  const { language } = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (act: string, json: object): Promise<boolean> => {
    setBusy(true);
    const answer = await studioFetch(`/api/users/${person}/${act}`, language, { method: 'POST', json });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    return answer.ok;
  };
  return { busy, refusal, send };
};
