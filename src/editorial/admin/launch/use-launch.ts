'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LaunchAnswer } from '../../launch/answers.ts';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** Looks again so many milliseconds after the moment of a launch, and so often while it waits for something. */
const pause = 3_000;
/** No timer sleeps longer. */
const longest = 2 ** 31 - 1;

/** When it is worth looking again without anybody having done anything here; null: nothing is planned. */
const restOf = (answer: LaunchAnswer | null): number | null => {
  if (!answer?.launch) return null;
  if (answer.launch.state !== 'planned') return pause;
  return Math.min(Math.max(Date.parse(answer.launch.at) - Date.now(), 0) + pause, longest);
};

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
  const asked = useRef(0);
  const load = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const told = await studioFetch(`${path}/launch`, language);
    // An answer that was overtaken tells of what is past
    if (told.ok && mine === asked.current) setAnswer(told.body as LaunchAnswer);
  }, [path, language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new trigger is the reason to ask again
  useEffect(() => {
    void load();
  }, [load, trigger]);
  useEffect(() => {
    const rest = restOf(answer);
    if (rest === null) return;
    const timer = setTimeout(() => void load(), rest);
    return () => clearTimeout(timer);
  }, [answer, load]);
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
