'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type QueueAnswer, type QueuePicture, queueAnswer } from './answers.ts';

export type ListName = 'pictures' | 'proposals';

const page = 100;

interface Held {
  readonly pictures: readonly QueuePicture[];
  readonly next: string | null;
  readonly counts: NonNullable<QueueAnswer['counts']>;
  readonly levels: readonly string[];
  readonly days: number;
}

export interface QueueHand {
  /** Null until the studio has answered. */
  readonly held: Held | null;
  /** What the studio says where it refuses, empty where it says nothing. */
  readonly refusal: string | null;
  /** Asks for the next page, if there is one and nobody has. */
  more(): void;
  reload(): void;
  /** Takes pictures off the list that are decided: whoever goes through thousands stays where they are. */
  forget(markings: ReadonlySet<string>): void;
}

const without = (held: Held, list: ListName, markings: ReadonlySet<string>): Held => {
  const pictures = held.pictures.filter(({ marking }) => !markings.has(marking));
  const left = Math.max(0, held.counts[list] - (held.pictures.length - pictures.length));
  return { ...held, pictures, counts: { ...held.counts, [list]: left } };
};

/** One list of the queue, page after page as it is gone through. */
export const useQueue = (list: ListName): QueueHand => {
  const { language } = useWords();
  const [held, setHeld] = useState<Held | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const asking = useRef<string | null>(null);
  const load = useCallback(
    async (after: string | null) => {
      const query = new URLSearchParams({ limit: String(page), ...(after ? { after } : {}) });
      const mine = `${list} ${query}`;
      if (asking.current === mine) return;
      asking.current = mine;
      const got = await studioFetch(`/api/images/review-queue/${list}?${query}`, language);
      if (asking.current !== mine) return;
      asking.current = null;
      if (!got.ok) return setRefusal(got.detail);
      const { pictures, next, counts, levels, days } = queueAnswer.parse(got.body);
      setRefusal(null);
      setHeld((before) => ({
        ...{ next, levels, days },
        pictures: after ? [...(before?.pictures ?? []), ...pictures] : pictures,
        counts: counts ?? before?.counts ?? { pictures: 0, proposals: 0 },
      }));
    },
    [list, language],
  );
  const reload = useCallback(() => void load(null), [load]);
  useEffect(() => {
    setHeld(null);
    asking.current = null;
    reload();
  }, [reload]);
  const forget = useCallback(
    (markings: ReadonlySet<string>) => setHeld((before) => before && without(before, list, markings)),
    [list],
  );
  const next = held?.next ?? null;
  return { held, refusal, reload, forget, more: useCallback(() => void (next && load(next)), [next, load]) };
};
