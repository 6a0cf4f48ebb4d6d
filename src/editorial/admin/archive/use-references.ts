'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

export interface Reference {
  readonly id: string;
  readonly name: string;
}

const answer = z.object({ docs: z.array(z.looseObject({ id: z.string(), name: z.string().nullish() })) });

/** Topics, places or agencies to choose from, by name; those without one in the person's language by their ids' beginning. */
export const useReferences = (collection: 'topics' | 'places' | 'agencies' | null): readonly Reference[] => {
  const { language } = useWords();
  const [found, setFound] = useState<readonly Reference[]>([]);
  useEffect(() => {
    const control = new AbortController();
    const load = async (): Promise<void> => {
      setFound([]);
      if (collection === null) return;
      const path = `/api/${collection}?limit=1000&depth=0&locale=${language}&sort=name`;
      const asked = await studioFetch(path, language, { signal: control.signal });
      if (!asked.ok || control.signal.aborted) return;
      const { docs } = answer.parse(asked.body);
      const named = docs.map(({ id, name }) => ({ id, name: name || id.slice(0, 8) }));
      setFound(named.sort((one, other) => one.name.localeCompare(other.name, language)));
    };
    void load();
    return () => control.abort();
  }, [collection, language]);
  return found;
};
