'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** What an address of the studio answers: `waiting`, `refused` with the reason in words, or what was read. */
export type Heard<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly detail: string }
  | { readonly state: 'read'; readonly answer: T };

/** Asks an address, anew after each save, and forgets an answer that comes too late. */
export const useAnswer = <T>(path: string, schema: z.ZodType<T>): Heard<T> => {
  const { say, language } = useWords();
  const { lastUpdateTime } = useDocumentInfo();
  const [heard, setHeard] = useState<Heard<T>>({ state: 'waiting' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save is the reason to ask again, and words are no reason
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const answer = await studioFetch(path, language, { signal: stop.signal });
      if (stop.signal.aborted) return;
      const read = answer.ok ? schema.safeParse(answer.body) : null;
      if (read?.success) setHeard({ state: 'read', answer: read.data });
      else setHeard({ state: 'refused', detail: (!answer.ok && answer.detail) || say('error.network') });
    };
    void ask();
    return () => stop.abort();
  }, [path, schema, language, lastUpdateTime]);
  return heard;
};
