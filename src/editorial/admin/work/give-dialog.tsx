'use client';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { emptyGift, type GiftForm, type ToldWork } from './answers.ts';
import { GiftFields } from './gift-fields.tsx';
import type { WorkHand } from './use-work.ts';

const formOf = ({ work }: ToldWork): GiftForm =>
  work === null
    ? emptyGift
    : {
        translator: work.translator?.id ?? '',
        reviewer: work.reviewer?.id ?? '',
        due: work.due ?? '',
        note: work.note,
      };

interface Props {
  readonly hand: WorkHand;
  readonly told: ToldWork;
  readonly onClose: () => void;
}

/** The dialog in which one language of one document is given to people. */
export const GiveDialog = ({ hand, told, onClose }: Props) => {
  const { sayIn } = useWords();
  const [form, setForm] = useState(() => formOf(told));
  const give = async (): Promise<void> => {
    if (await hand.give(form)) onClose();
  };
  const isReady = form.translator !== '' || form.reviewer !== '';
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{sayIn('work:give.cancel')}</ActionButton>
          <ActionButton busy={hand.isBusy} disabled={!isReady} id="give-save" kind="primary">
            {sayIn('work:give.save')}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void give()}
      title={sayIn('work:give.title')}
    >
      {told.candidates ? <GiftFields candidates={told.candidates} form={form} onForm={setForm} /> : null}
      {hand.refusal ? (
        <p className="bt-refusal" role="alert">
          {hand.refusal}
        </p>
      ) : null}
    </Dialog>
  );
};
