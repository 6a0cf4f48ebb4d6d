'use client';
import { useEffect, useState } from 'react';
import type { OpeningsAnswer } from '../../review-queue/queue-endpoints.ts';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** Markings that are asked about at once: the answer holds every word of all of them. */
const atOnce = 20;

export type Openings = OpeningsAnswer['openings'];

export interface Asked {
  readonly openings: Openings;
  /** Everything was asked for and answered: what is not among the openings is nobody's question any more. */
  readonly whole: boolean;
  /** Why the studio told no more of them. */
  readonly refusal: Extract<Answer, { ok: false }> | null;
}

const nothing: Asked = { openings: {}, whole: false, refusal: null };

/** What would become readable of each of these markings, some at a time. */
export const useOpenings = (markings: readonly string[]): Asked => {
  const { language } = useWords();
  const [asked, setAsked] = useState(nothing);
  const key = markings.join();
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    const load = async (): Promise<void> => {
      const all = key.split(',').filter((id) => id !== '');
      for (let at = 0; at < all.length; at += atOnce) {
        const path = `/api/images/review-queue/openings?markings=${all.slice(at, at + atOnce).join()}`;
        const got = await studioFetch(path, language, { signal });
        if (signal.aborted) return;
        if (!got.ok) return setAsked((before) => ({ ...before, refusal: got }));
        const { openings } = got.body as OpeningsAnswer;
        setAsked((before) => ({ ...before, openings: { ...before.openings, ...openings } }));
      }
      setAsked((before) => ({ ...before, whole: true }));
    };
    setAsked(nothing);
    void load();
    return () => control.abort();
  }, [key, language]);
  return asked;
};
