'use client';
import { useState } from 'react';
import type { GrantPanelAnswer } from '../../endpoints/grant-endpoints.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { AskedGrant } from './asked-grant.tsx';
import { ReasonField } from './reason-field.tsx';
import { useAct } from './use-act.ts';

interface Props {
  person: string;
  proposal: NonNullable<GrantPanelAnswer['proposal']>;
  onClose: () => void;
  /** @param words key of what to tell */
  onDone: (words: string) => void;
}

/** The second of two people: agrees to what was proposed, or refuses. */
export const AnswerGrantDialog = ({ person, proposal, onClose, onDone }: Props) => {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useAct(person);
  const answer = async (act: 'give-grant' | 'refuse-grant', words: string) => {
    if (await send(act, { proposal: proposal.id, reason: reason.trim() })) onDone(words);
  };
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton
        busy={busy}
        disabled={reason.trim() === ''}
        id="grant-refuse-now"
        onClick={() => void answer('refuse-grant', 'grant.refused')}
      >
        {say('lowering.refuseNow')}
      </ActionButton>
      <ActionButton busy={busy} id="grant-give-now" kind="danger">
        {say('grant.giveNow')}
      </ActionButton>
    </>
  );
  const give = () => void answer('give-grant', 'grant.given');
  return (
    <Dialog footer={buttons} onClose={onClose} onSubmit={give} title={say('grant.answerTitle')}>
      <p>{say('grant.answerExplain')}</p>
      <AskedGrant proposal={proposal} />
      <ReasonField
        hint="lowering.answerHint"
        id="grant-answer-reason"
        label="lowering.answer"
        onChange={setReason}
        reason={reason}
      />
      {refusal ? <RefusalList collection="users" refusal={refusal} /> : null}
    </Dialog>
  );
};
