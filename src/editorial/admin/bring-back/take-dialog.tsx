'use client';
import { useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import { ownNames, type StudioLocale, studioLocales } from '#languages/locales.ts';
import { mayPublish, mayWrite } from '../languages/rights.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { useWords } from '../words/use-words.ts';

interface TakeDialogProps {
  /** What goes along, as the address of the pack has it. */
  readonly question: string;
  /** Key of the sentence that says so. */
  readonly about?: 'about' | 'aboutChosen';
  readonly languages: readonly StudioLocale[];
  readonly onClose: () => void;
}

export const TakeDialog = ({ question, about = 'about', languages, onClose }: TakeDialogProps) => {
  const { sayIn } = useWords();
  // Most texts are written in the first language of the house
  const usual = languages.find((one) => one !== studioLocales[0]) ?? languages[0];
  const [to, setTo] = useState<StudioLocale | undefined>(usual);
  const href = `/api/translation/pack?${question}${question === '' ? '' : '&'}to=${to}`;
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{sayIn('studio:action.cancel')}</ActionButton>
          <a className="bt-button bt-button--primary" download href={href} id="take-go">
            {sayIn('exchange:take.go')}
          </a>
        </>
      }
      onClose={onClose}
      title={sayIn('exchange:take.title')}
    >
      <p>{sayIn(`exchange:take.${about}`)}</p>
      <label className="bt-field" htmlFor="take-language">
        <span>{sayIn('exchange:take.language')}</span>
        <select
          id="take-language"
          onChange={({ target }) => setTo(languages.find((one) => one === target.value))}
          value={to}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {ownNames[one]}
            </option>
          ))}
        </select>
      </label>
    </Dialog>
  );
};

/** Languages that somebody works on, those that are shown if any of them is. */
export const takenLanguages = (user: unknown, chosen: readonly StudioLocale[]): readonly StudioLocale[] => {
  const mine = studioLocales.filter((one) => mayWrite(user, one) || mayPublish(user, one));
  const shown = mine.filter((one) => chosen.includes(one));
  return shown.length > 0 ? shown : mine;
};

/** Above the table of translations: everything that it shows, to work on elsewhere, and the way back. */
export const TakeSeveral = ({ question, chosen }: { question: string; chosen: readonly StudioLocale[] }) => {
  const { user } = useAuth();
  const { sayIn } = useWords();
  const [isOpen, setOpen] = useState(false);
  const languages = takenLanguages(user, chosen);
  if (languages.length === 0) return null;
  return (
    <>
      <ActionButton id="take-several" onClick={() => setOpen(true)}>
        {sayIn('exchange:take.several')}
      </ActionButton>
      <a className="bt-button bt-button--plain" href="/admin/translate/import" id="bring-back">
        {sayIn('exchange:bring.link')}
      </a>
      {isOpen ? <TakeDialog languages={languages} onClose={() => setOpen(false)} question={question} /> : null}
    </>
  );
};
