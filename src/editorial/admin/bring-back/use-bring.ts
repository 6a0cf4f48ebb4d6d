'use client';
import { useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { applied, type LookedAt, lookedAt, type Outcome } from './answers.ts';
import { type Choice, cleanChoice, nextChoice, orderOf } from './choice.ts';

type Refusal = Extract<Answer, { ok: false }>;

export interface Bringing {
  readonly looked: LookedAt | null;
  readonly choice: Choice;
  /** What became of each document, once it was written. */
  readonly outcomes: readonly Outcome[] | null;
  readonly refusal: Refusal | null;
  readonly isBusy: boolean;
  look(file: File): Promise<void>;
  choose(key: string, isTaken: boolean): void;
  take(): Promise<void>;
  again(): void;
}

const none: Choice = new Set();

/** A file that is brought back: looked at, chosen from, taken. What changed meanwhile is looked at anew before anything is written. */
export const useBring = (): Bringing => {
  const { language } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [looked, setLooked] = useState<LookedAt | null>(null);
  const [choice, setChoice] = useState<Choice>(none);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (sent: File, documents?: object): Promise<Answer> => {
    const form = new FormData();
    form.set('file', sent);
    if (documents) form.set('_payload', JSON.stringify({ documents }));
    setBusy(true);
    try {
      return await studioFetch('/api/translation/import', language, { method: 'POST', form });
    } finally {
      setBusy(false);
    }
  };
  const show = async (next: File): Promise<void> => {
    const answer = await send(next);
    const read = answer.ok ? lookedAt.safeParse(answer.body) : null;
    if (!answer.ok) setRefusal(answer);
    setLooked(read?.success ? read.data : null);
    setChoice(read?.success ? cleanChoice(read.data) : none);
  };
  const look = async (next: File): Promise<void> => {
    setFile(next);
    setLooked(null);
    setOutcomes(null);
    setRefusal(null);
    await show(next);
  };
  const take = async (): Promise<void> => {
    if (!file || !looked) return;
    const answer = await send(file, orderOf(looked, choice));
    const read = answer.ok ? applied.safeParse(answer.body) : null;
    setRefusal(answer.ok ? null : answer);
    if (read?.success) setOutcomes(read.data.outcomes);
    else if (!answer.ok && answer.code === 'pack-changed') await show(file);
  };
  return {
    ...{ looked, choice, outcomes, refusal, isBusy, look, take },
    choose: (key, isTaken) => setChoice((before) => nextChoice(before, key, isTaken)),
    again: () => {
      setFile(null);
      setLooked(null);
      setOutcomes(null);
      setRefusal(null);
    },
  };
};
