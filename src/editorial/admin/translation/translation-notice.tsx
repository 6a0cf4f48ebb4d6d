'use client';
import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { useAnswer } from '../picture/use-answer.ts';
import { useWords } from '../words/use-words.ts';

const count = z.number();
const answer = z.object({
  languages: z.array(
    z.object({
      locale: z.enum(studioLocales),
      counts: z.object({ missing: count, outdated: count, machine: count }).nullable(),
    }),
  ),
});

interface Props {
  collection: string;
  id: string;
  locale: StudioLocale;
}

/** What a translation still lacks. A warning and no wall: whoever publishes decides. */
export const TranslationNotice = ({ collection, id, locale }: Props) => {
  const { sayIn } = useWords();
  const heard = useAnswer(`/api/translation/${collection}/${id}`, answer);
  if (heard.state !== 'read') return null;
  const counts = heard.answer.languages.find((one) => one.locale === locale)?.counts;
  if (!counts) return null;
  const lacks = (['missing', 'outdated', 'machine'] as const).filter((state) => counts[state] > 0);
  if (lacks.length === 0) return null;
  const words = {
    missing: () => sayIn('translation:publish.missing', { count: counts.missing }),
    outdated: () => sayIn('translation:publish.outdated', { count: counts.outdated }),
    machine: () => sayIn('translation:publish.machine', { count: counts.machine }),
  };
  return (
    <div className="bt-notice" role="note">
      {lacks.map((state) => (
        <p key={state}>{words[state]()}</p>
      ))}
    </div>
  );
};
