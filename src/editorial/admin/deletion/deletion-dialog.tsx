'use client';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { UsesList } from './uses-list.tsx';

type Refusal = Extract<Answer, { ok: false }>;

/** What somebody can do about the deletion of a picture, and where they ask for it. */
export const deletionActs = {
  ask: 'deletion/ask',
  withdraw: 'deletion/withdraw',
  confirm: 'deletion/confirm',
  hold: 'hold',
  lift: 'hold/lift',
} as const;
export type DeletionAct = keyof typeof deletionActs;

const showsUses: ReadonlySet<DeletionAct> = new Set(['ask', 'confirm']);

interface Props {
  id: string;
  act: DeletionAct;
  /** Days of the term. */
  days: number;
  /** Id of the request that is confirmed. */
  request: string | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** Asks for the reason of an act, says what it does and which texts it touches, and does it. */
export const DeletionDialog = ({ id, act, days, request, onClose, onDone }: Props) => {
  const { say, language } = useWords();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async () => {
    setBusy(true);
    const json = { reason: reason.trim(), ...(act === 'confirm' ? { request } : {}) };
    const answer = await studioFetch(`/api/images/${id}/${deletionActs[act]}`, language, { method: 'POST', json });
    setBusy(false);
    if (answer.ok) onDone();
    else setRefusal(answer);
  };
  const isReady = act === 'confirm' || reason.trim() !== '';
  const kind = act === 'confirm' ? 'danger' : 'primary';
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton busy={busy} disabled={!isReady} id={`deletion-${act}-now`} kind={kind}>
        {say(`deletion.${act}Now`)}
      </ActionButton>
    </>
  );
  return (
    <Dialog footer={buttons} onClose={onClose} onSubmit={() => void send()} title={say(`deletion.${act}Title`)}>
      <p>{say(`deletion.${act}Explain`, { days })}</p>
      {showsUses.has(act) ? <UsesList id={id} /> : null}
      <label className="bt-field" htmlFor="deletion-reason">
        <span>{say('deletion.reason')}</span>
        <textarea
          id="deletion-reason"
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
          rows={3}
          value={reason}
        />
        <small>{say('deletion.reasonHelp')}</small>
      </label>
      {refusal ? <RefusalList collection="images" refusal={refusal} /> : null}
    </Dialog>
  );
};
