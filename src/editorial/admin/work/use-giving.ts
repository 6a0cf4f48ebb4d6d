'use client';
import { useEffect, useState } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type GiftForm, giftOf, type ToldEach, toldEach } from './answers.ts';

interface Document {
  readonly collection: string;
  readonly id: string;
}

export interface Giving {
  /** What would become of each document with the people that are chosen; null before it is known. */
  readonly look: ToldEach | null;
  readonly refusal: string | null;
  readonly isBusy: boolean;
  /** @returns what became of each; null where nothing did */
  give(form: GiftForm): Promise<ToldEach | null>;
}

/** Looks what would become of several documents that are given out, and gives them out. */
export const useGiving = (documents: readonly Document[], locale: StudioLocale, form: GiftForm): Giving => {
  const { language, sayIn } = useWords();
  const [look, setLook] = useState<ToldEach | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const named = documents.map(({ collection, id }) => ({ collection, id }));
  const { translator, reviewer } = form;
  const question = JSON.stringify({
    ...{ locale, documents: named },
    ...(translator ? { translator } : {}),
    ...(reviewer ? { reviewer } : {}),
  });
  const take = (answer: Answer): ToldEach | null => {
    const read = answer.ok ? toldEach.safeParse(answer.body) : null;
    setRefusal(read?.success ? null : (!answer.ok && answer.detail) || sayIn('workbench:unreachable'));
    return read?.success ? read.data : null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question says all that there is to ask
  useEffect(() => {
    const control = new AbortController();
    const ask = async (): Promise<void> => {
      const asking = { method: 'POST', json: JSON.parse(question), signal: control.signal } as const;
      const answer = await studioFetch('/api/translation/work/look', language, asking);
      if (!control.signal.aborted) setLook(take(answer));
    };
    void ask();
    return () => control.abort();
  }, [question, language]);
  const give = async (asked: GiftForm): Promise<ToldEach | null> => {
    setBusy(true);
    const json = { ...giftOf(asked), locale, documents: named };
    const told = take(await studioFetch('/api/translation/work/give', language, { method: 'POST', json }));
    setBusy(false);
    return told;
  };
  return { look, refusal, isBusy, give };
};
