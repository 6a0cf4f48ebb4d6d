'use client';
import { useEffect, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type InboxAnswer, inboxAnswer } from './answers.ts';

export interface InboxHand {
  readonly inbox: InboxAnswer | null;
  /** What the studio says where it does not answer, empty where it says nothing. */
  readonly refusal: string | null;
}

/** While the table of translations is put together for the first time, or nobody answers: again after so many milliseconds. */
const again = 1500;

/** Asks for what waits for the person, and again whenever they come back to the page. */
export const useInbox = (): InboxHand => {
  const { language } = useWords();
  const [hand, setHand] = useState<InboxHand>({ inbox: null, refusal: null });
  useEffect(() => {
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      const told = await studioFetch('/api/inbox', language, { signal: control.signal });
      if (control.signal.aborted) return;
      if (told.ok) return setHand({ inbox: inboxAnswer.parse(told.body), refusal: null });
      setHand(({ inbox }) => ({ inbox, refusal: told.detail }));
      if (told.code === 'coverage-indexing' || told.status === 0) timer = setTimeout(() => void ask(), again);
    };
    const look = (): void => {
      if (document.visibilityState === 'visible') void ask();
    };
    void ask();
    document.addEventListener('visibilitychange', look);
    return () => {
      control.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [language]);
  return hand;
};
