'use client';
import { useCallback, useEffect, useState } from 'react';
import type { LogPanelAnswer } from '../../audit/log-page/log-panel.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

export interface LogPanelHand {
  /** Null until the studio has answered. */
  readonly panel: LogPanelAnswer | null;
  /** What the studio says where it refuses, empty where it says nothing. */
  readonly refusal: string | null;
  readonly reload: () => Promise<void>;
}

/** Asks for how long lines are kept, what is over that, and what two people are about to remove. */
export const useLogPanel = (): LogPanelHand => {
  const { language } = useWords();
  const [hand, setHand] = useState<Omit<LogPanelHand, 'reload'>>({ panel: null, refusal: null });
  const reload = useCallback(async (): Promise<void> => {
    const got = await studioFetch('/api/audit-log', language);
    if (got.ok) setHand({ panel: got.body as LogPanelAnswer, refusal: null });
    else setHand(({ panel }) => ({ panel, refusal: got.detail }));
  }, [language]);
  useEffect(() => void reload(), [reload]);
  return { ...hand, reload };
};
