'use client';
import type { ToldLaunch } from '../../launch/answers.ts';
import { useLaunchWords } from './use-launch-words.ts';

/** What became of each language of a launch, and why. */
export const LaunchFates = ({ launch }: { launch: ToldLaunch }) => {
  const { say, languageOf } = useLaunchWords();
  if (launch.fates.length === 0) return null;
  return (
    <ul className="bt-launch__fates">
      {launch.fates.map(({ locale, fate, reasons }) => (
        <li data-fate={fate} data-locale={locale} key={locale}>
          <b>{languageOf(locale)}</b> <span>{say(`fate.${fate}`)}</span>
          {reasons.length > 0 ? <small>{reasons.map(({ words }) => words).join(' · ')}</small> : null}
        </li>
      ))}
    </ul>
  );
};
