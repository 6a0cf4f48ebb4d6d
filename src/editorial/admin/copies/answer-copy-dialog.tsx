'use client';
import { useState } from 'react';
import type { ToldPermission } from '../../copies/copy-panel.ts';
import { ReasonField } from '../grants/reason-field.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { AskedCopy } from './asked-copy.tsx';
import { useSending } from './use-copies.ts';

interface Props {
  marking: string;
  permission: ToldPermission;
  onClose: () => void;
  /** @param words key of what to tell */
  onDone: (words: string) => void;
}

/** The second of two people: permits the copies, or refuses. */
export const AnswerCopyDialog = ({ marking, permission, onClose, onDone }: Props) => {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useSending();
  const answer = async (act: 'grant-copy' | 'refuse-copy', words: string) => {
    const json = { permission: permission.id, reason: reason.trim() };
    if (await send(`/api/markings/${marking}/${act}`, json)) onDone(words);
  };
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton
        busy={busy}
        disabled={reason.trim() === ''}
        id="copy-refuse-now"
        onClick={() => void answer('refuse-copy', 'copies.refused')}
      >
        {say('lowering.refuseNow')}
      </ActionButton>
      <ActionButton busy={busy} id="copy-grant-now" kind="danger">
        {say('copies.grantNow')}
      </ActionButton>
    </>
  );
  const grant = () => void answer('grant-copy', 'copies.permitted');
  return (
    <Dialog footer={buttons} onClose={onClose} onSubmit={grant} title={say('copies.answerTitle')}>
      <p>{say('copies.answerExplain')}</p>
      <AskedCopy permission={permission} />
      <ReasonField
        hint="lowering.answerHint"
        id="copy-answer-reason"
        label="lowering.answer"
        onChange={setReason}
        reason={reason}
      />
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
    </Dialog>
  );
};
