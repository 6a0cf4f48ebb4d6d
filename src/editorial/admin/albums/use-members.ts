'use client';
import { useCallback, useEffect, useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type Member, moved, type Place, readPage } from './member-list.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** The pictures of an album, page by page, and what can be done with them. Each act is stored at once, for its picture alone. */
export const useMembers = (album: string) => {
  const { language } = useWords();
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const address = `/api/albums/${album}/members`;

  const load = useCallback(
    async (after: string | null) => {
      setBusy(true);
      const answer = await studioFetch(after === null ? address : `${address}?after=${after}`, language);
      setBusy(false);
      if (!answer.ok) {
        setRefusal(answer);
        return;
      }
      const page = readPage(answer.body);
      setMembers((before) => (after === null ? page.members : [...before, ...page.members]));
      setNext(page.next);
    },
    [address, language],
  );
  useEffect(() => void load(null), [load]);

  /** @returns whether it was done; where it was not, the list is read again as it is now */
  const act = async (path: string, json: unknown): Promise<boolean> => {
    setBusy(true);
    setRefusal(null);
    const answer = await studioFetch(`${address}${path}`, language, { method: 'POST', json });
    setBusy(false);
    if (answer.ok) return true;
    await load(null);
    setRefusal(answer);
    return false;
  };

  const move = async (image: string, place: Place): Promise<void> => {
    if (!(await act('/move', { image, ...place }))) return;
    const isBeyond = 'at' in place && place.at === 'end' && next !== null;
    setMembers((before) => (isBeyond ? before.filter(({ id }) => id !== image) : moved(before, image, place)));
  };
  const add = async (images: readonly string[]): Promise<boolean> => {
    const isDone = await act('', { images });
    if (isDone) await load(null);
    return isDone;
  };
  const remove = async (image: string): Promise<void> => {
    if (await act('/remove', { images: [image] })) setMembers((before) => before.filter(({ id }) => id !== image));
  };
  const more = next === null ? null : () => void load(next);
  return { members, more, busy, refusal, move, add, remove };
};
