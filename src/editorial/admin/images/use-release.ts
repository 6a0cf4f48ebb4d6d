'use client';
import { useCallback, useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** Releases images to the public: one, or a selection. */
export const useRelease = () => {
  const { language } = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const release = useCallback(
    async (ids: readonly string[]): Promise<boolean> => {
      setBusy(true);
      setRefusal(null);
      const answer = await studioFetch('/api/images/release', language, { method: 'POST', json: { ids } });
      setBusy(false);
      if (!answer.ok) setRefusal(answer);
      return answer.ok;
    },
    [language],
  );
  return { release, busy, refusal };
};
