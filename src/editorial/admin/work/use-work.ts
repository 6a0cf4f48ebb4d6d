'use client';
import { useCallback, useEffect, useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type GiftForm, giftOf, type ToldWork, toldWork } from './answers.ts';

interface Place {
  readonly collection: string;
  readonly id: string;
  readonly locale: string;
}

export interface WorkHand {
  readonly told: ToldWork | null;
  /** What the studio said last where it refused. */
  readonly refusal: string | null;
  readonly isBusy: boolean;
  /** @returns whether it is done */
  give(form: GiftForm): Promise<boolean>;
  end(how: 'finished' | 'withdrawn'): Promise<void>;
}

/** Who has a language of a document, and how that is changed. Whoever was too slow sees what stands there now. */
export const useWork = ({ collection, id, locale }: Place): WorkHand => {
  const { language, sayIn } = useWords();
  const path = `/api/translation/${collection}/${id}/${locale}/work`;
  const [told, setTold] = useState<ToldWork | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const take = (answer: Answer): boolean => {
    const read = answer.ok ? toldWork.safeParse(answer.body) : null;
    if (read?.success) setTold(read.data);
    setRefusal(read?.success ? null : (!answer.ok && answer.detail) || sayIn('workbench:unreachable'));
    return read?.success === true;
  };
  const reload = useCallback(async () => {
    const read = toldWork.safeParse((await studioFetch(path, language)).body);
    if (read.success) setTold(read.data);
  }, [path, language]);
  useEffect(() => void reload(), [reload]);
  const send = async (to: string, json: object): Promise<boolean> => {
    setBusy(true);
    const answer = await studioFetch(to, language, { method: 'POST', json });
    setBusy(false);
    const isDone = take(answer);
    if (!answer.ok && answer.code === 'work-changed') await reload();
    return isDone;
  };
  const revision = told?.revision ?? 0;
  return {
    ...{ told, refusal, isBusy },
    give: (form) => send(path, { ...giftOf(form), revision }),
    end: async (how) => void (await send(`${path}/end`, { end: how, revision })),
  };
};
