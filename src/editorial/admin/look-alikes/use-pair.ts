'use client';
import { useEffect, useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type OnePair, onePair } from './pair-answer.ts';

type Act = 'merge' | 'different' | 'undo';

/** One pair, what is decided about it, and why it was not. `act` answers whether it was done. */
export const usePair = (id: string) => {
  const { language } = useWords();
  const [pair, setPair] = useState<OnePair | null>(null);
  const [busy, setBusy] = useState<Act | null>(null);
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void studioFetch(`/api/images/look-alikes/${id}`, language, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) setPair(onePair.parse(answer.body));
      else setRefusal(answer);
    });
    return () => stop.abort();
  }, [id, language]);

  const act = async (name: Act, json: object): Promise<boolean> => {
    setBusy(name);
    setRefusal(null);
    const answer = await studioFetch(`/api/images/look-alikes/${id}/${name}`, language, { method: 'POST', json });
    setBusy(null);
    if (!answer.ok) setRefusal(answer);
    return answer.ok;
  };
  return { pair, busy, refusal, act };
};
