'use client';
import { useEffect, useRef } from 'react';
import type { Talk } from './use-talk.ts';

interface Ways {
  openLine(key: string): void;
  /** To the first line that waits for the person. */
  goOn(isDone: boolean): void;
}

/**
 * Whoever comes by a link to a conversation (`?thread=`), or to what waits for them (`?next`), finds the very line open. Once for
 * each visit: what they open afterwards stays open.
 */
export const useArrival = ({ threads }: Talk, ways: Ways): void => {
  const isDone = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing but the first answer leads anywhere
  useEffect(() => {
    if (isDone.current || threads === null) return;
    isDone.current = true;
    const query = new URLSearchParams(window.location.search);
    const sought = query.get('thread');
    const thread = threads.find(({ id }) => id === sought);
    if (thread?.segment) ways.openLine(thread.segment);
    else if (thread) document.getElementById(`thread-${thread.id}`)?.scrollIntoView({ block: 'center' });
    else if (query.has('next')) ways.goOn(false);
  }, [threads]);
};
