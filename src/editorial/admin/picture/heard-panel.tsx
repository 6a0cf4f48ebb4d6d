'use client';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import type { Heard } from './use-answer.ts';

/** What an answer is shown as, and what stands there until it comes or where it is refused. */
export const HeardPanel = <T,>({ heard, children }: { heard: Heard<T>; children: (answer: T) => ReactNode }) => {
  const { say } = useWords();
  if (heard.state === 'waiting') return <p role="status">{say('pairs.loading')}</p>;
  if (heard.state === 'refused') return <p role="alert">{heard.detail}</p>;
  return children(heard.answer);
};
