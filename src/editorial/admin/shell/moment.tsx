'use client';
import { useEffect, useState } from 'react';
import { formatMoment } from '../words/format-time.ts';
import { useWords } from '../words/use-words.ts';

/** A moment by the clock of whoever reads it. The server, which does not know that clock, leaves the place empty. */
export const Moment = ({ at }: { at: string }) => {
  const { language } = useWords();
  const [words, setWords] = useState('');
  useEffect(() => setWords(formatMoment(at, language)), [at, language]);
  return <time dateTime={at}>{words}</time>;
};
