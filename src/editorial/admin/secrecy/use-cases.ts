'use client';
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

const told = z.looseObject({
  id: z.string(),
  collection: z.string(),
  document: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'stays']),
  locale: z.string().nullable(),
  field: z.string(),
  foundAt: z.string(),
  reason: z.string().nullable(),
  decidedName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  pieces: z.array(z.looseObject({ text: z.string(), certainty: z.enum(['sure', 'likely', 'hint']).nullable() })),
});
export type Case = z.infer<typeof told>;

const answer = z.looseObject({ cases: z.array(told) });

export interface CasesHand {
  /** Null until the studio has answered. */
  readonly cases: readonly Case[] | null;
  /** What the studio says where it refuses, empty where it says nothing. */
  readonly refusal: string | null;
  readonly reload: () => Promise<void>;
}

/** Asks for what the gate keeps in, as it stands now. */
export const useCases = (): CasesHand => {
  const { language } = useWords();
  const [hand, setHand] = useState<Omit<CasesHand, 'reload'>>({ cases: null, refusal: null });
  const reload = useCallback(async (): Promise<void> => {
    const got = await studioFetch('/api/secrecy/cases', language);
    if (got.ok) setHand({ cases: answer.parse(got.body).cases, refusal: null });
    else setHand(({ cases }) => ({ cases, refusal: got.detail }));
  }, [language]);
  useEffect(() => void reload(), [reload]);
  return { ...hand, reload };
};
