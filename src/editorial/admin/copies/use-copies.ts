'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CopyPanelAnswer } from '../../copies/copy-panel.ts';
import type { Holder } from '../../copies/holders.ts';
import type { RegisterLine } from '../../copies/register.ts';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** How copies of one document stand, and a way to ask again; null until that is known. */
export const useCopyPanel = (marking: string): [CopyPanelAnswer | null, () => Promise<void>] => {
  const { language } = useWords();
  const [state, setState] = useState<CopyPanelAnswer | null>(null);
  const load = useCallback(async () => {
    const answer = await studioFetch(`/api/markings/${marking}/copies`, language);
    setState(answer.ok ? (answer.body as CopyPanelAnswer) : null);
  }, [marking, language]);
  useEffect(() => void load(), [load]);
  return [state, load];
};

export interface RegisterHand {
  /** Null until the studio has answered. */
  readonly lines: readonly RegisterLine[] | null;
  /** What the studio says where it refuses. */
  readonly refusal: string | null;
  readonly reload: () => Promise<void>;
}

/** The copy register for a question. @param query without its question mark */
export const useRegister = (query: string): RegisterHand => {
  const { language } = useWords();
  const [hand, setHand] = useState<Omit<RegisterHand, 'reload'>>({ lines: null, refusal: null });
  const asked = useRef('');
  const reload = useCallback(async () => {
    asked.current = query;
    const got = await studioFetch(`/api/copy-register?${query}`, language);
    // A number is typed digit by digit: the answer to an earlier question may come last
    if (asked.current !== query) return;
    if (got.ok) setHand({ lines: (got.body as { copies: RegisterLine[] }).copies, refusal: null });
    else setHand({ lines: null, refusal: got.detail });
  }, [query, language]);
  useEffect(() => void reload(), [reload]);
  return { ...hand, reload };
};

/** To whom a copy can be handed on; empty until that is known. */
export const useHolders = (number: number): readonly Holder[] => {
  const { language } = useWords();
  const [holders, setHolders] = useState<readonly Holder[]>([]);
  useEffect(() => {
    void studioFetch(`/api/copy-register/${number}/holders`, language).then((answer) => {
      if (answer.ok) setHolders((answer.body as { holders: Holder[] }).holders);
    });
  }, [number, language]);
  return holders;
};

type Refusal = Extract<Answer, { ok: false }>;

/** Sends an act: whether it is on its way, what was refused, and the sending, which gives what was answered. */
export const useSending = () => {
  const { language } = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (path: string, json: object): Promise<Extract<Answer, { ok: true }> | null> => {
    setBusy(true);
    const answer = await studioFetch(path, language, { method: 'POST', json });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    return answer.ok ? answer : null;
  };
  return { busy, refusal, setRefusal, send };
};
