'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type FacetsAnswer, facetsAnswer, readRatios } from './answers.ts';

export interface Archive {
  /** Shapes of everything found; null before the first answer. */
  readonly ratios: Float32Array | null;
  /** The question that they answer. */
  readonly answered: string;
  readonly facets: FacetsAnswer | null;
  /** Changes whenever something is to be asked anew. */
  readonly round: number;
  /** What the studio says where it does not answer; null when it does. */
  readonly refusal: string | null;
  readonly busy: boolean;
  refresh(): void;
}

const base = '/api/images/archive';
/** While the archive is read in for the first time, it is asked again after so many milliseconds. */
const again = 1500;

type Refused = Extract<Answer, { ok: false }>;

const fetchShapes = async (question: string, signal: AbortSignal): Promise<Float32Array | null> => {
  const response = await fetch(`${base}/shapes?${question}`, { credentials: 'same-origin', signal }).catch(() => null);
  return response?.ok ? readRatios(await response.arrayBuffer()) : null;
};

/** Asks for the counts and the shape of everything that a question finds; the last question asked is the one that is shown. */
export const useArchive = (question: string): Archive => {
  const { language } = useWords();
  const [ratios, setRatios] = useState<Float32Array | null>(null);
  const [answered, setAnswered] = useState('');
  const [facets, setFacets] = useState<FacetsAnswer | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same question again
  useEffect(() => {
    const control = new AbortController();
    const refused = ({ status, code, detail }: Refused): void => {
      setRefusal(detail || String(status));
      if (code === 'archive-indexing') timer.current = setTimeout(refresh, again);
    };
    const ask = async (): Promise<void> => {
      setBusy(true);
      const answer = await studioFetch(`${base}/facets?${question}`, language, { signal: control.signal });
      const shapes = answer.ok ? await fetchShapes(question, control.signal) : null;
      if (control.signal.aborted) return;
      setBusy(false);
      if (!answer.ok) return refused(answer);
      setRefusal(null);
      setFacets(facetsAnswer.parse(answer.body));
      if (!shapes) return undefined;
      setRatios(shapes);
      setAnswered(question);
      return undefined;
    };
    void ask();
    return () => {
      control.abort();
      clearTimeout(timer.current);
    };
  }, [question, language, round, refresh]);
  return { ratios, answered, facets, round, refusal, busy, refresh };
};
