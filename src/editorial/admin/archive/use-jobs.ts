'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type EditJob, editsAnswer, isGoing } from './edit-answers.ts';

/** Milliseconds between two looks while something is going on. */
const every = 1000;

/**
 * The person's edits of many pictures, looked at again as long as one is going on.
 * @param onEnd called when one has ended
 */
export const useJobs = (onEnd: () => void) => {
  const { language } = useWords();
  const [jobs, setJobs] = useState<readonly EditJob[]>([]);
  const [turn, setTurn] = useState(0);
  const going = useRef(false);
  const ended = useRef(onEnd);
  ended.current = onEnd;
  const look = useCallback(() => setTurn((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is another look
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const ask = async (): Promise<void> => {
      const answer = await studioFetch('/api/images/edits', language);
      if (isGone || !answer.ok) return;
      const { edits } = editsAnswer.parse(answer.body);
      setJobs(edits);
      const now = edits.some(isGoing);
      if (going.current && !now) ended.current();
      going.current = now;
      if (now) timer = setTimeout(look, every);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [language, turn, look]);
  const act = useCallback(
    async (id: string, verb: 'cancel' | 'retry' | 'undo') => {
      await studioFetch(`/api/images/edits/${id}/${verb}`, language, { method: 'POST', json: {} });
      look();
    },
    [language, look],
  );
  return { jobs, look, act };
};
