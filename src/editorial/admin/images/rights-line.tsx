'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import type { RightsAnswer } from '../../endpoints/image-rights.ts';
import { momentInWords } from '../words/format-time.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** What is in force, in a sentence: why it may not be shown, or from when until when it may. */
const sentenceOf = (answer: RightsAnswer, language: StudioLocale, say: Say): string => {
  const { closure, appearsAt, vanishesAt, at, contradicting } = answer;
  if (closure === 'rights-contradict' && contradicting.length > 1) {
    const [one = '', other = ''] = contradicting;
    return say('rights.contradiction', { one, other });
  }
  if (closure !== null) return say(`rights.closed.${closure}`);
  const from = appearsAt !== null && appearsAt > at ? momentInWords(appearsAt, language) : null;
  const until = vanishesAt === null ? null : momentInWords(vanishesAt, language);
  if (from !== null && until !== null) return say('rights.between', { from, until });
  if (from !== null) return say('rights.from', { from });
  return until === null ? say('rights.open') : say('rights.until', { until });
};

/** Whether rights and consents let the picture be shown at this moment. Asked anew after each save. */
export const RightsLine = ({ id }: { id: string }) => {
  const { say, language } = useWords();
  const { lastUpdateTime } = useDocumentInfo();
  const [answer, setAnswer] = useState<RightsAnswer | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save is the reason to ask again
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const said = await studioFetch(`/api/images/${id}/rights`, language, stop);
      if (!stop.signal.aborted) setAnswer(said.ok ? (said.body as RightsAnswer) : null);
    };
    void ask();
    return () => stop.abort();
  }, [id, language, lastUpdateTime]);
  if (!answer) return null;
  const state = answer.closure === null ? 'open' : 'closed';
  return (
    <p aria-live="polite" className={`bt-panel__hint bt-rights bt-rights--${state}`} id="image-rights-in-force">
      {sentenceOf(answer, language, say)}
      {answer.albums.map((album) => (
        <span className="bt-rights__source" key={album}>
          {say('rights.fromAlbum', { album })}
        </span>
      ))}
    </p>
  );
};
