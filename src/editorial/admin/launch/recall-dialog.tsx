'use client';
import { listed } from '#languages/punctuation.ts';
import type { LaunchAnswer } from '../../launch/answers.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import type { LaunchActs } from './use-launch.ts';
import { useLaunchWords } from './use-launch-words.ts';

interface Props {
  collection: string;
  answer: LaunchAnswer;
  acts: LaunchActs;
  onClose: () => void;
  onDone: () => void;
}

/** Takes a text back in every language at once; says first what vanishes where, or which languages keep the person from it. */
export const RecallDialog = ({ collection, answer, acts, onClose, onDone }: Props) => {
  const { say: sayStudio } = useWords();
  const { say, language, languageOf } = useLaunchWords();
  const { locales, foreign } = answer.recall;
  const names = (of: typeof locales) => listed(of.map(languageOf), language);
  const recall = async () => {
    if (await acts.act('recall', {})) onDone();
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{sayStudio('action.cancel')}</ActionButton>
          <ActionButton busy={acts.busy} disabled={foreign.length > 0} id="confirm-recall" kind="danger">
            {say('recall.confirm')}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void recall()}
      title={say('recall.title')}
    >
      <p>{say('recall.explain', { languages: names(locales) })}</p>
      <ul className="bt-launch__fates">
        {locales.map((locale) => (
          <li data-locale={locale} key={locale}>
            <b>{languageOf(locale)}</b> <span>{say(locale === 'zh' ? 'recall.bothScripts' : 'recall.gone')}</span>
          </li>
        ))}
      </ul>
      {answer.launch ? <p>{say('recall.launch')}</p> : null}
      {foreign.length > 0 ? (
        <p className="bt-refusal" role="alert">
          {say('recall.foreign', { languages: names(foreign) })}
        </p>
      ) : null}
      {acts.refusal ? <RefusalList collection={collection} refusal={acts.refusal} /> : null}
    </Dialog>
  );
};
