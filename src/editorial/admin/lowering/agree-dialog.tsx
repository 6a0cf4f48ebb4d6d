'use client';
import { useState } from 'react';
import type { LoweringAnswer } from '../../endpoints/lowering-endpoints.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { OpeningView } from './opening-view.tsx';
import { useOpening } from './use-lowering.ts';

type Refusal = Extract<Answer, { ok: false }>;

interface Props {
  marking: string;
  request: NonNullable<LoweringAnswer['request']>;
  onClose: () => void;
  /** @param outcome what the person answered */
  onDone: (outcome: 'agreed' | 'refused') => void;
}

/** What the person says to it: that they saw all of it, and why. */
const Answering = ({
  seen,
  reason,
  onSeen,
  onReason,
}: {
  seen: boolean;
  reason: string;
  onSeen: (seen: boolean) => void;
  onReason: (reason: string) => void;
}) => {
  const { say } = useWords();
  return (
    <>
      <label className="bt-opening__seen">
        <input checked={seen} id="lowering-seen" onChange={(event) => onSeen(event.target.checked)} type="checkbox" />{' '}
        {say('lowering.seen')}
      </label>
      <label className="bt-field" htmlFor="lowering-answer">
        <span>{say('lowering.answer')}</span>
        <textarea
          id="lowering-answer"
          maxLength={2000}
          onChange={(event) => onReason(event.target.value)}
          rows={2}
          value={reason}
        />
        <small>{say('lowering.answerHint')}</small>
      </label>
    </>
  );
};

/** The second of two people: sees exactly what becomes readable, and agrees or refuses. */
export const AgreeDialog = ({ marking, request, onClose, onDone }: Props) => {
  const { say, language } = useWords();
  const [opening, reload] = useOpening(marking);
  const [seen, setSeen] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (act: 'agree' | 'refuse') => {
    setBusy(true);
    const more = act === 'agree' ? { fingerprint: opening?.fingerprint } : {};
    const json = { request: request.id, reason: reason.trim(), ...more };
    const answer = await studioFetch(`/api/markings/${marking}/lowering/${act}`, language, { method: 'POST', json });
    setBusy(false);
    if (answer.ok) return onDone(act === 'agree' ? 'agreed' : 'refused');
    setRefusal(answer);
    // What is different now has to be looked at anew
    setSeen(false);
    void reload();
  };
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton
        busy={busy}
        disabled={reason.trim() === ''}
        id="lowering-refuse-now"
        onClick={() => void send('refuse')}
      >
        {say('lowering.refuseNow')}
      </ActionButton>
      <ActionButton busy={busy} disabled={!seen || opening === null} id="lowering-agree-now" kind="danger">
        {say('lowering.agreeNow')}
      </ActionButton>
    </>
  );
  return (
    <Dialog
      footer={buttons}
      onClose={onClose}
      onSubmit={() => void send('agree')}
      title={say('lowering.agreeTitle')}
      wide
    >
      <p>{say('lowering.agreeExplain', { level: say(`level.${request.level}`) })}</p>
      <q>{request.reason}</q>
      {opening ? <OpeningView documents={opening.documents} names={opening.names} /> : null}
      <Answering onReason={setReason} onSeen={setSeen} reason={reason} seen={seen} />
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
    </Dialog>
  );
};
