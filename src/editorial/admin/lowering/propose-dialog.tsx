'use client';
import { useState } from 'react';
import type { LoweringAnswer } from '../../endpoints/lowering-endpoints.ts';
import { type Raise, RaiseForm } from '../marking/raise-form.tsx';
import type { Marking } from '../marking/use-level.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { OpeningView } from './opening-view.tsx';
import { useOpening } from './use-lowering.ts';

type Refusal = Extract<Answer, { ok: false }>;

interface Props {
  marking: Marking;
  state: LoweringAnswer;
  onClose: () => void;
  onDone: () => void;
}

/** The first of two people: a lower level, who is to know, on what ground; beside it all that would become readable. */
export const ProposeDialog = ({ marking, state, onClose, onDone }: Props) => {
  const { say, language } = useWords();
  const [opening, reload] = useOpening(marking.id);
  const [to, setTo] = useState<Raise>({
    level: state.levels.find((level) => level !== marking.level) ?? marking.level,
    compartments: new Set(marking.compartments),
    basis: '',
  });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async () => {
    setBusy(true);
    const { level, basis, compartments } = to;
    const json = { level, compartments: [...compartments], reason: basis.trim(), fingerprint: opening?.fingerprint };
    const answer = await studioFetch(`/api/markings/${marking.id}/lowering/propose`, language, {
      method: 'POST',
      json,
    });
    setBusy(false);
    if (answer.ok) return onDone();
    setRefusal(answer);
    void reload();
  };
  const isReady = opening !== null && to.basis.trim() !== '';
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton busy={busy} disabled={!isReady} id="lowering-propose-now" kind="primary">
        {say('lowering.proposeNow')}
      </ActionButton>
    </>
  );
  return (
    <Dialog footer={buttons} onClose={onClose} onSubmit={() => void send()} title={say('lowering.proposeTitle')} wide>
      <p>{say('lowering.proposeExplain', { days: state.days })}</p>
      <RaiseForm choices={marking.compartments} levels={state.levels} onChange={setTo} raise={to} />
      {opening ? <OpeningView documents={opening.documents} names={opening.names} /> : null}
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
    </Dialog>
  );
};
