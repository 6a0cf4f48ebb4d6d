'use client';
import { useState } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
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
  const [isOpen, setOpen] = useState(false);
  if (selection.rows.length === 0) return null;
  return (
    <div className="bt-coverage__selection">
      <span role="status">{sayIn('work:select.count', { count: selection.rows.length })}</span>
      <ActionButton id="coverage-give" kind="primary" onClick={() => setOpen(true)}>
        {sayIn('work:do.give')}
      </ActionButton>
      <ActionButton kind="link" onClick={selection.clear}>
        {sayIn('work:select.clear')}
      </ActionButton>
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
