'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { idsAnswer } from './answers.ts';
import { everything, nothing, only, type Selection, toggled, withRange } from './selection.ts';

/** Most pictures of one range; who wants more selects everything. */
const longestRange = 20_000;

/** What is selected, and how a click or a key changes it. Another question begins with nothing. */
export const useSelection = (question: string) => {
  const { language } = useWords();
  const [selection, setSelection] = useState<Selection>(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is another list
  useEffect(() => setSelection(nothing), [question]);

  // Keys are faster than answers: only the last range that was asked for counts
  const turn = useRef(0);
  const range = useCallback(
    async (one: number, other: number, add: boolean) => {
      turn.current += 1;
      const mine = turn.current;
      const query = new URLSearchParams(question);
      query.set('from', String(Math.min(one, other)));
      query.set('limit', String(Math.min(longestRange, Math.abs(other - one) + 1)));
      const answer = await studioFetch(`/api/images/archive/ids?${query}`, language);
      if (!answer.ok || mine !== turn.current) return;
      const { ids } = idsAnswer.parse(answer.body);
      setSelection((before) => withRange(before, ids, add));
    },
    [question, language],
  );
  const pick = useCallback(
    (id: string, at: number, how: { range: boolean; add: boolean }) => {
      if (how.range && selection.anchor !== null) void range(selection.anchor, at, how.add);
      else {
        turn.current += 1;
        setSelection((before) => (how.add ? toggled(before, id, at) : only(id, at)));
      }
    },
    [range, selection.anchor],
  );
  return {
    selection,
    pick,
    all: useCallback(() => {
      turn.current += 1;
      setSelection(everything);
    }, []),
    none: useCallback(() => {
      turn.current += 1;
      setSelection(nothing);
    }, []),
  };
};
