'use client';
import { useEffect, useState } from 'react';
import { useWords } from '../words/use-words.ts';

/** While somebody types, the question is asked when they pause for so many milliseconds. */
const pause = 250;

/** The field in which one searches. */
export const SearchField = ({ words, onWords }: { words: string; onWords: (words: string) => void }) => {
  const { say } = useWords();
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (typed === words) return undefined;
    const timer = setTimeout(() => onWords(typed), pause);
    return () => clearTimeout(timer);
  }, [typed, words, onWords]);
  return (
    <search className="bt-archive__search">
      <input
        aria-label={say('archive.search')}
        id="archive-search"
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={say('archive.search.hint')}
        type="search"
        value={typed}
      />
    </search>
  );
};
