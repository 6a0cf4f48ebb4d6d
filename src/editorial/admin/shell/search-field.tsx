'use client';
import { useEffect, useState } from 'react';

/** While somebody types, the question is asked when they pause for so many milliseconds. */
const pause = 250;

interface Props {
  id: string;
  label: string;
  hint: string;
  words: string;
  onWords: (words: string) => void;
}

/** The field in which one searches. */
export const SearchField = ({ id, label, hint, words, onWords }: Props) => {
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
        aria-label={label}
        id={id}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={hint}
        type="search"
        value={typed}
      />
    </search>
  );
};
