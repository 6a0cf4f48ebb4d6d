'use client';
import { useEffect, useState } from 'react';
import type { LaunchList, ListedLaunch } from '../../launch/launch-list.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { LanguageStanding } from './language-standing.tsx';
import { LaunchFates } from './launch-fates.tsx';
import { useLaunchWords } from './use-launch-words.ts';

/** So often the page looks again, in milliseconds: what is planned goes out while somebody watches. */
const again = 5_000;

const useLaunches = () => {
  const { language } = useWords();
  const [list, setList] = useState<LaunchList | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const told = await studioFetch('/api/launch-list', language, { signal: stop.signal });
      if (stop.signal.aborted) return;
      setRefusal(told.ok ? null : told.detail);
      if (told.ok) setList(told.body as LaunchList);
    };
    void ask();
    const timer = setInterval(() => void ask(), again);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [language]);
  return { list, refusal };
};

const OneLaunch = ({ launch }: { launch: ListedLaunch }) => {
  const { sayIn } = useWords();
  const { say, whenOf } = useLaunchWords();
  const { collection, documentId, title, state, rule, by, languages, locales } = launch;
  return (
    <li className="bt-launches__one" data-state={state}>
      <h3>
        <a href={`/admin/collections/${collection}/${documentId}?locale=${locales[0] ?? 'vi'}`}>
          {title || sayIn('studio:desk.untitled')}
        </a>
      </h3>
      <p>
        <span className="bt-chip">{say(`state.${state}`)}</span> {whenOf(launch)}
      </p>
      <p>
        {say(`rule.${rule}`)} {by ? <small>{say('by', { who: by })}</small> : null}
      </p>
      {languages.length > 0 ? (
        <ul className="bt-launch__languages">
          {languages.map((standing) => (
            <LanguageStanding key={standing.locale} standing={standing} />
          ))}
        </ul>
      ) : null}
      <LaunchFates launch={launch} />
    </li>
  );
};

const Part = ({ name, launches }: { name: 'coming' | 'over'; launches: readonly ListedLaunch[] }) => {
  const { say } = useLaunchWords();
  return (
    <section aria-labelledby={`launches-${name}`}>
      <h2 id={`launches-${name}`}>{say(name)}</h2>
      {launches.length === 0 ? <p className="bt-card__empty">{say(`${name}.none`)}</p> : null}
      <ul className="bt-launches__list">
        {launches.map((launch) => (
          <OneLaunch key={launch.id} launch={launch} />
        ))}
      </ul>
    </section>
  );
};

/** What goes out when, what is missing, and what became of those that are over. */
export const LaunchesScreen = () => {
  const { sayIn } = useWords();
  const { say } = useLaunchWords();
  const { list, refusal } = useLaunches();
  return (
    <div aria-busy={list === null} className="bt-launches">
      <h1>{say('launches')}</h1>
      <p>{say('zone')}</p>
      {refusal !== null ? <p role="alert">{refusal || sayIn('studio:error.network')}</p> : null}
      {list ? <Part launches={list.coming} name="coming" /> : null}
      {list ? <Part launches={list.past} name="over" /> : null}
    </div>
  );
};
