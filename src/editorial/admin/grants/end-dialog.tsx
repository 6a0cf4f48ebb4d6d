'use client';
import { useState } from 'react';
import type { Ending } from '../../people/grants/end-grants.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { ReasonField } from './reason-field.tsx';
import { useAct } from './use-act.ts';

const endings: readonly Ending[] = ['clearance', 'moving', 'leaving'];

interface Props {
  person: string;
  /** Numbered copies that they still hold. */
  copies: number;
  onClose: () => void;
  onDone: () => void;
}

/** Takes back all that a person was granted, in one act. */
export const EndGrantsDialog = ({ person, copies, onClose, onDone }: Props) => {
  const { say } = useWords();
  const [how, setHow] = useState<Ending>('clearance');
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useAct(person);
  const submit = async () => {
    if (await send('end-grants', { how, reason: reason.trim() })) onDone();
  };
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton busy={busy} disabled={reason.trim() === ''} id="grant-end-now" kind="danger">
        {say('grant.endNow')}
      </ActionButton>
    </>
  );
  return (
    <Dialog footer={buttons} onClose={onClose} onSubmit={() => void submit()} title={say('grant.endTitle')}>
      <p>{say('grant.endExplain')}</p>
      {copies > 0 ? <p role="alert">{say('copies.heldBy', { amount: copies })}</p> : null}
      <fieldset className="bt-options">
        <legend>{say('grant.how')}</legend>
        {endings.map((one) => (
          <label key={one}>
            <input checked={how === one} name="grant-how" onChange={() => setHow(one)} type="radio" value={one} />{' '}
            {say(`grant.how.${one}`)}
          </label>
        ))}
      </fieldset>
      <ReasonField id="grant-end-reason" label="grant.reason" onChange={setReason} reason={reason} />
      {refusal ? <RefusalList collection="users" refusal={refusal} /> : null}
    </Dialog>
  );
};
