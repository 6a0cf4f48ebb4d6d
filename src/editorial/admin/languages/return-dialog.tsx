'use client';
import { useState } from 'react';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { useAct } from './use-act.ts';

interface Props {
  collection: string;
  id: string;
  locale: StudioLocale;
  onClose: () => void;
  onDone: () => void;
}

/** Sends a language back to its author, with words that say why. */
export const ReturnDialog = ({ collection, id, locale, onClose, onDone }: Props) => {
  const { say } = useWords();
  const { act, busy, refusal } = useAct(collection, id);
  const [note, setNote] = useState('');
  const giveBack = async () => {
    if (await act('review', { locale, action: 'return', note: note.trim() })) onDone();
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
          <ActionButton busy={busy} disabled={note.trim() === ''} id="confirm-return" kind="primary">
            {say('review.return')}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void giveBack()}
      title={say('review.returnTitle', { language: ownNames[locale] })}
    >
      <label className="bt-field" htmlFor="review-note">
        <span>{say('review.note')}</span>
        <textarea
          id="review-note"
          maxLength={4000}
          onChange={(event) => setNote(event.target.value)}
          rows={5}
          value={note}
        />
        <small>{say('review.noteHint')}</small>
      </label>
      {refusal ? <RefusalList collection={collection} refusal={refusal} /> : null}
    </Dialog>
  );
};
