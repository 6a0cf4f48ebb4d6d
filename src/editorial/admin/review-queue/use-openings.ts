'use client';
import { useCallback, useEffect, useState } from 'react';
import type { OpeningsAnswer } from '../../review-queue/queue-endpoints.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** Markings that are asked about at once: the answer holds every word of all of them. */
const atOnce = 20;

export type Openings = OpeningsAnswer['openings'];

/**
 * What would become readable of each of these markings, some at a time, and the time at which all of it was asked for.
 * @param wanted false: nothing is asked for
 */
export const useOpenings = (markings: readonly string[], wanted: boolean): { openings: Openings; whole: boolean } => {
  const { language } = useWords();
  const [openings, setOpenings] = useState<Openings>({});
  const [whole, setWhole] = useState(false);
  const key = markings.join();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const all = key.split(',').filter((id) => id !== '');
      for (let at = 0; at < all.length; at += atOnce) {
        const path = `/api/images/review-queue/openings?markings=${all.slice(at, at + atOnce).join()}`;
        const got = await studioFetch(path, language, { signal });
        if (signal.aborted || !got.ok) return;
        setOpenings((before) => ({ ...before, ...(got.body as OpeningsAnswer).openings }));
      }
      setWhole(true);
    },
    [key, language],
  );
  useEffect(() => {
    const control = new AbortController();
    if (wanted) void load(control.signal);
    return () => control.abort();
  }, [load, wanted]);
  return { openings, whole };
};
