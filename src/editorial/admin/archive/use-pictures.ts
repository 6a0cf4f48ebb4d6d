'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type Picture, picturesAnswer } from './answers.ts';

/** Pictures that are asked for at once. */
const page = 100;
/** A hand that scrolls fast passes pages that nobody wants; a page is asked for when it stays in sight so long. */
const settle = 60;

/**
 * The words and small pictures of what is in sight, page by page.
 * @param round changes whenever everything is to be asked anew
 * @returns the picture at a place, undefined as long as it is not known
 */
export const usePictures = (
  question: string,
  round: number,
  from: number,
  to: number,
): { at: (place: number) => Picture | undefined } => {
  const { language } = useWords();
  const [known, setKnown] = useState<ReadonlyMap<number, readonly Picture[]>>(new Map());
  const [key, setKey] = useState('');
  const wanted = `${question} ${round}`;
  if (wanted !== key) {
    setKey(wanted);
    setKnown(new Map());
  }
  const now = useRef(known);
  now.current = known;
  const [first, last] = [Math.floor(from / page), Math.floor(Math.max(from, to - 1) / page)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same question again
  useEffect(() => {
    const control = new AbortController();
    const load = async (number: number): Promise<void> => {
      const query = new URLSearchParams(question);
      query.set('from', String(number * page));
      query.set('limit', String(page));
      query.set('locale', language);
      const answer = await studioFetch(`/api/images/archive/pictures?${query}`, language, { signal: control.signal });
      if (!answer.ok || control.signal.aborted) return;
      const { pictures } = picturesAnswer.parse(answer.body);
      setKnown((before) => new Map(before).set(number, pictures));
    };
    const timer = setTimeout(() => {
      for (let number = first; number <= last; number += 1) if (!now.current.has(number)) void load(number);
    }, settle);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [question, round, language, first, last]);
  return useMemo(() => ({ at: (place) => known.get(Math.floor(place / page))?.[place % page] }), [known]);
};
