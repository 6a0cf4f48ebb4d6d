'use client';
import { useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import { TakeDialog, takenLanguages } from '../bring-back/take-dialog.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { GiveSelection } from '../work/give-selection.tsx';
import type { Selection } from './use-selection.ts';

interface Props {
  readonly selection: Selection;
  readonly languages: readonly StudioLocale[];
  /** Something was given out: the table is another one. */
  readonly onGiven: () => void;
}

/** What can be done with the chosen rows. It is there as long as any are. */
export const SelectionBar = ({ selection, languages, onGiven }: Props) => {
  const { sayIn } = useWords();
  const { user } = useAuth();
  const [isOpen, setOpen] = useState(false);
  const [isTaking, setTaking] = useState(false);
  const taken = takenLanguages(user, languages);
  if (selection.rows.length === 0) return null;
  return (
    <div className="bt-coverage__selection">
      <span role="status">{sayIn('work:select.count', { count: selection.rows.length })}</span>
      <ActionButton id="coverage-give" kind="primary" onClick={() => setOpen(true)}>
        {sayIn('work:do.give')}
      </ActionButton>
      {taken.length > 0 ? (
        <ActionButton id="coverage-take" onClick={() => setTaking(true)}>
          {sayIn('exchange:take.several')}
        </ActionButton>
      ) : null}
      <ActionButton kind="link" onClick={selection.clear}>
        {sayIn('work:select.clear')}
      </ActionButton>
      {isTaking ? (
        <TakeDialog
          about="aboutChosen"
          languages={taken}
          onClose={() => setTaking(false)}
          question={`documents=${selection.rows.map(({ collection, id }) => `${collection}:${id}`).join(',')}`}
        />
      ) : null}
      {isOpen ? (
        <GiveSelection
          languages={languages}
          onClose={() => setOpen(false)}
          onGiven={() => {
            selection.clear();
            onGiven();
          }}
          rows={selection.rows}
        />
      ) : null}
    </div>
  );
};
