'use client';
import { useEffect, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** What a decision can rest upon, as the studio tells it in the person’s language. */
export interface Basis {
  key: string;
  name: string;
  from: string;
  until: string | null;
  named: boolean;
  levels: Partial<Record<string, { years: number; extension: number } | null>>;
}

export interface Bases {
  bases: Basis[];
  today: string;
}

/** The table of legal bases; null until it is there. */
export const useBases = (): Bases | null => {
  const { language } = useWords();
  const [found, setFound] = useState<Bases | null>(null);
  useEffect(() => {
    const load = async () => {
      const answer = await studioFetch('/api/markings/bases', language);
      if (answer.ok) setFound(answer.body as Bases);
    };
    void load();
  }, [language]);
  return found;
};
