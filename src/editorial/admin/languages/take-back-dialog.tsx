'use client';
import { useState } from 'react';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { listed } from '#languages/punctuation.ts';
import type { DocumentLanguages } from '../../desk/document-languages.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { useAct } from './use-act.ts';

interface Props {
  collection: string;
  id: string;
  locale: StudioLocale;
  languages: DocumentLanguages;
  onClose: () => void;
  onDone: () => void;
}

/** Takes one language, or all of them, back from the public. */
export const TakeBackDialog = ({ collection, id, locale, languages, onClose, onDone }: Props) => {
  const { say, language } = useWords();
  const { act, busy, refusal } = useAct(collection, id);
  const live = languages.languages.filter((one) => one.publishedAt !== null);
  const names = live.map((one) => ownNames[one.locale]);
  const thisIsLive = live.some((one) => one.locale === locale);
  const [all, setAll] = useState(!thisIsLive);
  const takeBack = async () => {
    if (await act('unpublish', { locale: all ? null : locale, revision: languages.revision })) onDone();
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
          <ActionButton busy={busy} id="confirm-take-back" kind="danger">
            {all ? say('takeBack.all') : say('takeBack.one', { language: ownNames[locale] })}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void takeBack()}
      title={say('takeBack.title')}
    >
      <p>{say('takeBack.explain')}</p>
      <fieldset className="bt-options">
        <legend>{say('takeBack.which')}</legend>
        {thisIsLive ? (
          <label>
            <input checked={!all} name="which" onChange={() => setAll(false)} type="radio" /> {ownNames[locale]}
          </label>
        ) : null}
        <label>
          <input checked={all} name="which" onChange={() => setAll(true)} type="radio" />{' '}
          {say('takeBack.everyLanguage', { languages: listed(names, language) })}
        </label>
      </fieldset>
      {refusal ? <RefusalList collection={collection} refusal={refusal} /> : null}
    </Dialog>
  );
};
