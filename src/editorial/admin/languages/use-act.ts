'use client';
import { useCallback, useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** One act of the editorial workflow on a document: asked, waited for, refused with reasons or done. */
export const useAct = (collection: string, id: string) => {
  const { language } = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const act = useCallback(
    async (verb: 'publish' | 'unpublish' | 'review', json: Record<string, unknown>): Promise<boolean> => {
      setBusy(true);
      setRefusal(null);
      const answer = await studioFetch(`/api/${collection}/${id}/${verb}`, language, { method: 'POST', json });
      setBusy(false);
      if (!answer.ok) setRefusal(answer);
      return answer.ok;
    },
    [collection, id, language],
  );
  return { act, busy, refusal };
};
