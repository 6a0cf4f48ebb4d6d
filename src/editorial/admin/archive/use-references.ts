'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

export interface Reference {
  readonly id: string;
  readonly name: string;
}

const text = z.string().nullish();
const answer = z.object({ docs: z.array(z.looseObject({ id: z.string(), name: text, title: text })) });

/** Collections to choose from, and what their documents are called by. */
const namedBy = { topics: 'name', places: 'name', agencies: 'name', rights: 'name', albums: 'title' } as const;

/** Topics, places, agencies, rights records or albums to choose from, by name; those without one in the person's language by their ids' beginning. */
export const useReferences = (collection: keyof typeof namedBy | null): readonly Reference[] => {
  const { language } = useWords();
  const [found, setFound] = useState<readonly Reference[]>([]);
  useEffect(() => {
    const control = new AbortController();
    const load = async (): Promise<void> => {
      setFound([]);
      if (collection === null) return;
      const path = `/api/${collection}?limit=1000&depth=0&locale=${language}&sort=${namedBy[collection]}`;
      const asked = await studioFetch(path, language, { signal: control.signal });
      if (!asked.ok || control.signal.aborted) return;
      const { docs } = answer.parse(asked.body);
      const named = docs.map(({ id, name, title }) => ({ id, name: name || title || id.slice(0, 8) }));
      setFound(named.sort((one, other) => one.name.localeCompare(other.name, language)));
    };
    void load();
    return () => control.abort();
  }, [collection, language]);
  return found;
};
