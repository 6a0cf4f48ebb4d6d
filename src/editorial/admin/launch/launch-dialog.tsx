'use client';
import { useState } from 'react';
import { type LaunchRule, launchRules } from '#collections/launch-states.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import type { LaunchAnswer } from '../../launch/answers.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { cityField, fromCityField } from './city-time.ts';
import type { LaunchActs } from './use-launch.ts';
import { useLaunchWords } from './use-launch-words.ts';

interface Props {
  collection: string;
  answer: LaunchAnswer;
  acts: LaunchActs;
  onClose: () => void;
  onDone: () => void;
}

/** Which languages go together. Whoever may not publish one sees it and cannot choose it. */
const Languages = ({
  answer,
  chosen,
  onChoose,
}: {
  answer: LaunchAnswer;
  chosen: readonly StudioLocale[];
  onChoose: (locales: StudioLocale[]) => void;
}) => {
  const { say } = useLaunchWords();
  return (
    <fieldset className="bt-options">
      <legend>{say('languages')}</legend>
      {answer.languages.map(({ locale, state, mayPublish }) => (
        <label key={locale}>
          <input
            checked={chosen.includes(locale)}
            disabled={!mayPublish}
            name={`launch-${locale}`}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, locale] : chosen.filter((one) => one !== locale))
            }
            type="checkbox"
          />{' '}
          <span lang={locale}>{ownNames[locale]}</span>{' '}
          <small>{mayPublish ? say(`standing.${state}`) : say('notYours')}</small>
        </label>
      ))}
    </fieldset>
  );
};

const Rules = ({ rule, onRule }: { rule: LaunchRule; onRule: (rule: LaunchRule) => void }) => {
  const { say } = useLaunchWords();
  return (
    <fieldset className="bt-options">
      <legend>{say('rule')}</legend>
      {launchRules.map((one) => (
        <label key={one}>
          <input checked={rule === one} name="launch-rule" onChange={() => onRule(one)} type="radio" value={one} />{' '}
          <span>
            {say(`rule.${one}`)} <small>{say(`rule.${one}.explain`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

/** Languages that a new launch begins with: those that have words, as far as the person may publish them. */
const usual = ({ languages }: LaunchAnswer): StudioLocale[] =>
  languages
    .filter(({ mayPublish, lacks }) => mayPublish && !lacks.some(({ code }) => code === 'launch-untranslated'))
    .map(({ locale }) => locale);

/** Prepares a launch, or changes it: which languages, when by the clock of the city, and what happens to the one that is late. */
export const LaunchDialog = ({ collection, answer, acts, onClose, onDone }: Props) => {
  const { say: sayStudio } = useWords();
  const { say } = useLaunchWords();
  const { launch } = answer;
  const [at, setAt] = useState(launch ? cityField(launch.at) : '');
  const [rule, setRule] = useState<LaunchRule>(launch?.rule ?? 'hold');
  const [locales, setLocales] = useState<StudioLocale[]>(launch ? [...launch.locales] : usual(answer));
  const instant = fromCityField(at);
  const prepare = async () => {
    const revision = launch?.revision ?? null;
    if (await acts.act('launch', { at: instant, rule, locales, revision })) onDone();
    else void acts.load();
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{sayStudio('action.cancel')}</ActionButton>
          <ActionButton
            busy={acts.busy}
            disabled={instant === null || locales.length === 0}
            id="confirm-launch"
            kind="primary"
          >
            {say(launch ? 'change.confirm' : 'prepare.confirm')}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void prepare()}
      title={say(launch ? 'change.title' : 'prepare.title')}
    >
      <p>{say('explain')}</p>
      <Languages answer={answer} chosen={locales} onChoose={setLocales} />
      <label className="bt-field" htmlFor="launch-at">
        <span>{say('when')}</span>
        <input
          id="launch-at"
          onChange={(event) => setAt(event.target.value)}
          required
          type="datetime-local"
          value={at}
        />
        <small>{say('clock')}</small>
      </label>
      <Rules onRule={setRule} rule={rule} />
      {acts.refusal ? <RefusalList collection={collection} refusal={acts.refusal} /> : null}
    </Dialog>
  );
};
