'use client';
import { useCallback, useEffect, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type Listener, type TalkAnswer, type Thread, talkAnswer } from './answers.ts';
import { type Drafts, useDrafts } from './use-drafts.ts';

interface Place {
  readonly collection: string;
  readonly id: string;
  readonly locale: string;
}

/** What is said about the lines of the workbench, and how one takes part in it. */
export interface Talk {
  /** Null before it is known. */
  readonly threads: readonly Thread[] | null;
  readonly listeners: readonly Listener[];
  readonly refusal: string | null;
  readonly isBusy: boolean;
  readonly drafts: Drafts;
  /** Each @returns whether it is done */
  begin(segment: string, text: string, mentions: readonly string[]): Promise<boolean>;
  answer(thread: string, text: string, mentions: readonly string[]): Promise<boolean>;
  settle(thread: string, settled: boolean): Promise<boolean>;
  /** The person has seen a conversation as it lies before them. */
  read(thread: Thread): void;
}

/** @param lines names of the lines: once they have changed, conversations stand on other ones */
export const useTalk = ({ collection, id, locale }: Place, lines: string): Talk => {
  const { language, sayIn } = useWords();
  const path = `/api/translation/${collection}/${id}/${locale}/comments`;
  const [talk, setTalk] = useState<TalkAnswer | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const drafts = useDrafts();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines are a reason to ask again
  useEffect(() => {
    const control = new AbortController();
    const ask = async (): Promise<void> => {
      const { body } = await studioFetch(path, language, { signal: control.signal });
      const read = talkAnswer.safeParse(body);
      if (read.success && !control.signal.aborted) setTalk(read.data);
    };
    void ask();
    return () => control.abort();
  }, [path, language, lines]);
  const send = useCallback(
    async (to: string, json: object): Promise<boolean> => {
      const answer = await studioFetch(`${path}${to}`, language, { method: 'POST', json });
      const read = answer.ok ? talkAnswer.safeParse(answer.body) : null;
      if (read?.success) setTalk(read.data);
      setRefusal(read?.success ? null : (!answer.ok && answer.detail) || sayIn('workbench:unreachable'));
      return read?.success === true;
    },
    [path, language, sayIn],
  );
  const act = async (to: string, json: object): Promise<boolean> => {
    setBusy(true);
    const isDone = await send(to, json);
    setBusy(false);
    return isDone;
  };
  return {
    ...{ threads: talk?.threads ?? null, listeners: talk?.listeners ?? [], refusal, isBusy, drafts },
    begin: (segment, text, mentions) => act('', { segment, text, mentions }),
    answer: (thread, text, mentions) => act(`/${thread}`, { text, mentions }),
    settle: (thread, settled) => act(`/${thread}/settle`, { settled }),
    read: (thread) => {
      const last = thread.comments.at(-1);
      if (thread.unread && last) void send(`/${thread.id}/read`, { seen: last.at });
    },
  };
};
