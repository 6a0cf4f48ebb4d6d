'use client';
import { toast } from '@payloadcms/ui';
import { useState } from 'react';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

type Refusal = Extract<Answer, { ok: false }>;
type Act = 'ask-removal' | 'agree-removal' | 'refuse-removal' | 'withdraw-removal';

/** Sends one part of a removal by two: which is on its way, what was refused, and the sending. @param onDone once one was done */
export const useRemoval = (onDone: () => void) => {
  const { say, language } = useWords();
  const [busy, setBusy] = useState<Act | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (act: Act, json: object): Promise<void> => {
    setBusy(act);
    const answer = await studioFetch(`/api/audit-log/${act}`, language, { method: 'POST', json });
    setBusy(null);
    setRefusal(answer.ok ? null : answer);
    if (!answer.ok) return;
    toast.success(say(`auditLog.done.${act}`));
    onDone();
  };
  return { busy, refusal, send };
};
