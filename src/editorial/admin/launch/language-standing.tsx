'use client';
import type { ReactNode } from 'react';
import { ownNames } from '#languages/locales.ts';
import type { ToldStanding } from '../../launch/answers.ts';
import { momentInCity } from './city-time.ts';
import { useLaunchWords } from './use-launch-words.ts';

/** One language of a launch: whether it may go out, and everything that keeps it from it. */
export const LanguageStanding = ({ standing, children }: { standing: ToldStanding; children?: ReactNode }) => {
  const { say, language } = useLaunchWords();
  const { locale, state, lacks, approved, isBehindDraft } = standing;
  return (
    <li className={`bt-launch__language bt-launch__language--${state}`} data-locale={locale}>
      <span className="bt-launch__name" lang={locale}>
        {ownNames[locale]}
      </span>
      <span className={`bt-chip bt-launch__state bt-launch__state--${state}`}>{say(`standing.${state}`)}</span>
      {approved ? (
        <small>
          {say('approvedBy', {
            who: approved.by ?? say('somebody'),
            when: momentInCity(approved.at, language),
          })}
        </small>
      ) : null}
      {isBehindDraft ? <small>{say('behindDraft')}</small> : null}
      {lacks.length > 0 ? (
        <ul className="bt-launch__lacks">
          {lacks.map(({ code, words }) => (
            <li key={`${code}${words}`}>{words}</li>
          ))}
        </ul>
      ) : null}
      {children}
    </li>
  );
};
