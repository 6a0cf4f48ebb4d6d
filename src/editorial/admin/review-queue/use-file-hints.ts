'use client';
import { useEffect, useRef, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type Hint, hintsAnswer, type QueuePicture } from './answers.ts';

/** Files that are looked into at once. */
const atOnce = 20;

/** `waiting`: nobody has looked into the file yet; `unread`: it could not be read. */
export type FileState = 'read' | 'waiting' | 'unread';

/** What files say of secrecy: null where one could not be read, undefined as long as nobody has looked. */
type FileHints = ReadonlyMap<string, readonly Hint[] | null>;

/** Looks into the files of these pictures, some at a time, each once. */
const useFileHints = (ids: readonly string[]): FileHints => {
  const { language } = useWords();
  const [known, setKnown] = useState<FileHints>(new Map());
  const asked = useRef(new Set<string>());
  const wanted = ids.filter((id) => !known.has(id)).slice(0, atOnce);
  const key = wanted.join();
  useEffect(() => {
    const load = async (): Promise<void> => {
      const now = key.split(',').filter((id) => id !== '' && !asked.current.has(id));
      if (now.length === 0) return;
      for (const id of now) asked.current.add(id);
      const got = await studioFetch(`/api/images/review-queue/metadata?pictures=${now.join()}`, language);
      const found = got.ok ? hintsAnswer.parse(got.body).hints : {};
      // What was not answered could not be read: nobody waits for it for ever
      setKnown((before) => new Map([...before, ...now.map((id) => [id, found[id] ?? null] as const)]));
    };
    void load();
  }, [key, language]);
  return known;
};

/** What points to secrecy at each picture: in its record, and, as soon as it is known for these, in its file. */
export const useHints = (pictures: readonly QueuePicture[]) => {
  const files = useFileHints([...new Set(pictures.map(({ id }) => id))]);
  return {
    hintsOf: ({ id, hints }: QueuePicture): readonly Hint[] => [...hints, ...(files.get(id) ?? [])],
    fileOf: ({ id }: QueuePicture): FileState => {
      if (!files.has(id)) return 'waiting';
      return files.get(id) === null ? 'unread' : 'read';
    },
  };
};
