'use client';
import { usePathname } from 'next/navigation.js';
import { useEffect, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { countAnswer } from './answers.ts';

/** The door to the inbox in the menu, with how much waits there: counted anew on every page that is opened. */
export const InboxLink = () => {
  const { sayIn, language } = useWords();
  const path = usePathname();
  const [waiting, setWaiting] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a reason to count again
  useEffect(() => {
    const control = new AbortController();
    const ask = async (): Promise<void> => {
      const { body } = await studioFetch('/api/inbox/count', language, { signal: control.signal });
      const read = countAnswer.safeParse(body);
      if (read.success && !control.signal.aborted) setWaiting(read.data.waiting);
    };
    void ask();
    return () => control.abort();
  }, [language, path]);
  return (
    <a className="nav__link bt-nav-archive" href="/admin/inbox" id="nav-inbox">
      <span className="nav__link-label">{sayIn('work:inbox.title')}</span>
      {waiting > 0 ? (
        <span className="bt-nav-count">
          <span aria-hidden="true">{waiting}</span>
          <span className="bt-unseen">{sayIn('work:inbox.waiting', { count: waiting })}</span>
        </span>
      ) : null}
    </a>
  );
};
