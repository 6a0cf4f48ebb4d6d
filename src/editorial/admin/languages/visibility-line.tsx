'use client';
import { useEffect, useState } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import type { LanguageFacts } from '../../desk/language-state.ts';
import type { Visibility } from '../../desk/visibility.ts';
import { KeptPlaces } from '../secrecy/kept-places.tsx';
import { formatClock, momentInWords } from '../words/format-time.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

/** For how long after a publication the moment counts at which it was first seen, in milliseconds. */
const fresh = 60_000;

/** How long to wait before asking again, in milliseconds: at first quickly, since a publication takes about a second. */
const waits = [300, 500, 700, 1000, 1500, 2000, 3000, 5000, 5000, 10_000, 10_000, 20_000];

/** What may be different in a moment without anything that is done on this page. */
const unsettled: ReadonlySet<Visibility['state']> = new Set(['waiting', 'held', 'unreachable']);

const useVisibility = (
  collection: string,
  id: string,
  locale: StudioLocale,
  publishedAt: string | null,
  level: string | null,
) => {
  const { language } = useWords();
  const [visibility, setVisibility] = useState<Visibility | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another publication is the reason to ask again
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (turn: number) => {
      const answer = await studioFetch(`/api/${collection}/${id}/visibility?locale=${locale}`, language, stop);
      if (stop.signal.aborted) return;
      const seen = answer.ok ? (answer.body as Visibility) : null;
      setVisibility(seen);
      const wait = waits[turn];
      if (seen && unsettled.has(seen.state) && wait !== undefined) {
        timer = setTimeout(() => void ask(turn + 1), wait);
      }
    };
    setVisibility(null);
    void ask(0);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [collection, id, locale, language, publishedAt, level]);
  return visibility;
};

interface Props {
  collection: string;
  id: string;
  facts: LanguageFacts;
  level: string | null;
}

/** Whether the public sees this language, since when, and a link that opens it there. */
export const VisibilityLine = ({ collection, id, facts, level }: Props) => {
  const { say, language } = useWords();
  const visibility = useVisibility(collection, id, facts.locale, facts.publishedAt, level);
  if (!visibility || visibility.state === 'hidden') return null;
  const seen = (at: string | null): string => {
    const published = facts.publishedAt ?? at;
    if (!at || !published) return say('visible.waiting');
    const isFresh = Date.parse(at) - Date.parse(published) < fresh;
    return isFresh
      ? say('visible.since', { time: formatClock(at, language) })
      : say('visible.now', { time: momentInWords(published, language) });
  };
  const words = {
    visible: () => seen(visibility.seenAt),
    waiting: () => say(facts.publishedAt && level === 'public' ? 'visible.waiting' : 'visible.leaving'),
    held: () => say('visible.held'),
    withheld: () => say('visible.withheld', { level: say(`level.${level}`) }),
    scheduled: () =>
      say('visible.scheduled', { time: facts.appearsAt ? momentInWords(facts.appearsAt, language) : '' }),
    unreachable: () => say('visible.unreachable'),
  }[visibility.state]();
  const line = (
    <p aria-live="polite" className={`bt-visible bt-visible--${visibility.state}`}>
      <span>{words}</span>
      {visibility.state === 'visible' && visibility.href ? (
        <a href={visibility.href} rel="noreferrer" target="_blank">
          {say('visible.open')}
        </a>
      ) : null}
      {visibility.converted.map(({ locale, href }) => (
        <a href={href} key={locale} rel="noreferrer" target="_blank">
          {say(`visible.open.${locale}`)}
        </a>
      ))}
      {facts.vanishesAt ? (
        <small>{say('visible.until', { time: momentInWords(facts.vanishesAt, language) })}</small>
      ) : null}
    </p>
  );
  return visibility.kept.length > 0 ? (
    <>
      {line}
      <KeptPlaces collection={collection} places={visibility.kept} />
    </>
  ) : (
    line
  );
};
