'use client';
import { useCallback, useEffect, useState } from 'react';
import type { LaunchAnswer } from '../../launch/answers.ts';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

export type Refusal = Extract<Answer, { ok: false }>;

/**
 * What is planned for a text, what its languages lack, and what can be done about it.
 * @param trigger whatever changes when the text was saved or published: then it is asked for anew
 */
export const useLaunch = (collection: string, id: string, trigger: unknown) => {
  const { language } = useWords();
  const [answer, setAnswer] = useState<LaunchAnswer | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `/api/${collection}/${id}`;
  const load = useCallback(async () => {
    const told = await studioFetch(`${path}/launch`, language);
    if (told.ok) setAnswer(told.body as LaunchAnswer);
  }, [path, language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new trigger is the reason to ask again
  useEffect(() => {
    void load();
  }, [load, trigger]);
  const act = useCallback(
    async (verb: 'launch' | 'launch/cancel' | 'review' | 'recall', json: object): Promise<boolean> => {
      setBusy(true);
      setRefusal(null);
      const told = await studioFetch(`${path}/${verb}`, language, { method: 'POST', json });
      setBusy(false);
      if (told.ok) await load();
      else setRefusal(told);
      return told.ok;
    },
    [path, language, load],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { answer, refusal, busy, act, load, forget };
};

export type LaunchActs = ReturnType<typeof useLaunch>;
