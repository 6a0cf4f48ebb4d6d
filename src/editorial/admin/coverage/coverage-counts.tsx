'use client';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { CoverageAnswer } from './answers.ts';
import {
  type CellState,
  type CoverageState,
  stateOrder,
  withCount,
  withLanguage,
  withState,
} from './coverage-state.ts';
import { StateMark } from './state-mark.tsx';
import { useCoverageWords } from './use-coverage-words.ts';

interface Props {
  answer: CoverageAnswer;
  state: CoverageState;
  onState: (next: CoverageState) => void;
}

/** A number, which shows its documents alone. */
const Count = ({ answer, state, onState, locale, one }: Props & { locale: StudioLocale; one: CellState }) => {
  const { say, languageOf, stateOf, numberOf } = useCoverageWords();
  const count = answer.states[locale]?.[one] ?? 0;
  const isPicked = state.languages.join() === locale && state.states.join() === one;
  return (
    <button
      aria-label={say('summary.pick', { language: languageOf(locale), state: stateOf(one), number: numberOf(count) })}
      aria-pressed={isPicked}
      className={`bt-coverage__count${count === 0 ? ' bt-coverage__count--none' : ''}`}
      onClick={() => onState(withCount(state, locale, one))}
      type="button"
    >
      {numberOf(count)}
    </button>
  );
};

/** How many there are of each state in each language; states, languages and numbers are what the table is narrowed by. */
export const CoverageCounts = (props: Props) => {
  const { state, onState } = props;
  const { say, languageOf, stateOf } = useCoverageWords();
  return (
    <div className="bt-coverage__counts">
      <table>
        <caption className="bt-unseen">{say('summary')}</caption>
        <thead>
          <tr>
            <td />
            {stateOrder.map((one) => (
              <th key={one} scope="col">
                <button
                  aria-pressed={state.states.includes(one)}
                  className={`bt-coverage__toggle bt-state--${one}`}
                  onClick={() => onState(withState(state, one))}
                  type="button"
                >
                  <StateMark state={one} /> {stateOf(one)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {studioLocales.map((locale) => (
            <tr key={locale}>
              <th scope="row">
                <button
                  aria-pressed={state.languages.includes(locale)}
                  className="bt-coverage__toggle"
                  onClick={() => onState(withLanguage(state, locale))}
                  type="button"
                >
                  {languageOf(locale)}
                </button>
              </th>
              {stateOrder.map((one) => (
                <td key={one}>
                  <Count {...props} locale={locale} one={one} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
