'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type CoverageAnswer, coverageAnswer } from './answers.ts';

export interface Coverage {
  /** The last answer; null before the first one. */
  readonly answer: CoverageAnswer | null;
  /** What the studio says where it does not answer, empty where it says nothing; null when it answers. */
  readonly refusal: string | null;
  readonly busy: boolean;
  /** Asks the same question again. */
  refresh(): void;
}

/** While the table is put together for the first time, or nobody answers, it is asked again after so many milliseconds. */
const again = 1500;

type Refused = Extract<Answer, { ok: false }>;

/** Asks for a page of the table; the last question asked is the one that is shown. */
export const useCoverage = (question: string, page: number): Coverage => {
  const { language } = useWords();
  const [answer, setAnswer] = useState<CoverageAnswer | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same question again
  useEffect(() => {
    const control = new AbortController();
    const refused = ({ status, code, detail }: Refused): void => {
      setRefusal(detail);
      if (code === 'coverage-indexing' || status === 0) timer.current = setTimeout(refresh, again);
    };
    const ask = async (): Promise<void> => {
      setBusy(true);
      const path = `/api/translation/coverage?${question}${question === '' ? '' : '&'}page=${page}&locale=${language}`;
      const told = await studioFetch(path, language, { signal: control.signal });
      if (control.signal.aborted) return;
      setBusy(false);
      if (!told.ok) return refused(told);
      setRefusal(null);
      setAnswer(coverageAnswer.parse(told.body));
    };
    void ask();
    return () => {
      control.abort();
      clearTimeout(timer.current);
    };
  }, [question, page, language, round, refresh]);
  return { answer, refusal, busy, refresh };
};
