'use client';
import { useCallback, useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { loadLanguages } from './languages-store.ts';

type Refusal = Extract<Answer, { ok: false }>;

/**
 * One act of the editorial workflow on a document: asked, waited for, refused with reasons or done. It is done when the page knows
 * where the document stands now: whoever acts again at once would else name the revision of before, and be told that they have
 * overtaken themselves.
 */
export const useAct = (collection: string, id: string) => {
  const { language } = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const act = useCallback(
    async (verb: 'publish' | 'unpublish' | 'review', json: Record<string, unknown>): Promise<boolean> => {
      setBusy(true);
      setRefusal(null);
      const answer = await studioFetch(`/api/${collection}/${id}/${verb}`, language, { method: 'POST', json });
      if (answer.ok) await loadLanguages(collection, id, language);
      else setRefusal(answer);
      setBusy(false);
      return answer.ok;
    },
    [collection, id, language],
  );
  return { act, busy, refusal };
};
