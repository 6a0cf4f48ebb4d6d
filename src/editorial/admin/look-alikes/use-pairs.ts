import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type PairList, pairList } from './pair-answer.ts';

export type PairState = 'open' | 'merged';

/** Milliseconds between two looks at the pairs while pictures are compared. */
const followMs = 5000;

export interface Pairs {
  /** Null until the first of them have come. */
  readonly list: PairList | null;
  readonly refusal: Extract<Answer, { ok: false }> | null;
  more(): void;
  /** Takes one out of the list that has been decided. */
  drop(id: string): void;
}

/** Pairs of a state, page after page. @param isLookedAt whether the list is seen, and not one pair of it */
export const usePairs = (state: PairState, isLookedAt: boolean): Pairs => {
  const { language } = useWords();
  const [list, setList] = useState<PairList | null>(null);
  const [refusal, setRefusal] = useState<Pairs['refusal']>(null);
  const wanted = useRef(state);
  const load = useCallback(
    async (before: string | null) => {
      const more = before === null ? '' : `&before=${before}`;
      const answer = await studioFetch(`/api/images/look-alikes?state=${state}${more}`, language);
      // Whoever goes to the other list is not shown this one, however late it comes
      if (wanted.current !== state) return;
      const read = answer.ok ? pairList.safeParse(answer.body) : null;
      setRefusal(answer.ok ? null : answer);
      if (!read?.success) return;
      const { pairs, ...rest } = read.data;
      setList((known) =>
        before === null || known === null ? read.data : { pairs: [...known.pairs, ...pairs], ...rest },
      );
    },
    [state, language],
  );
  useEffect(() => {
    wanted.current = state;
    setList(null);
    void load(null);
  }, [load, state]);
  // Pairs come in while pictures are compared: the list follows as long as all of it is on one page
  const isFollowed = isLookedAt && state === 'open' && (list?.waiting ?? 0) > 0 && list?.next === null;
  useEffect(() => {
    if (!isFollowed) return;
    const again = setInterval(() => void load(null), followMs);
    return () => clearInterval(again);
  }, [isFollowed, load]);
  return {
    ...{ list, refusal },
    more: () => void load(list?.next ?? null),
    drop: (id) => setList((known) => known && { ...known, pairs: known.pairs.filter((pair) => pair.id !== id) }),
  };
};
