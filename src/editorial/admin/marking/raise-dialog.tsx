'use client';
import { useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { DecisionFields, decisionToSend, noDecision } from './decision-fields.tsx';
import { type Raise, RaiseForm } from './raise-form.tsx';
import type { Marking } from './use-level.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** From open to closed; the studio itself knows and enforces the order. */
const levels = ['public', 'internal', 'restricted', 'mat', 'toi_mat', 'tuyet_mat'];

const compartmentsOf = (user: unknown): string[] =>
  user && typeof user === 'object' && 'compartments' in user && Array.isArray(user.compartments)
    ? user.compartments.map(String)
    : [];

interface Props {
  marking: Marking;
  onClose: () => void;
  onDone: () => void;
}

/** The security officer's form: a higher level, the compartments it is for, and the legal basis. */
export const RaiseDialog = ({ marking, onClose, onDone }: Props) => {
  const { say, language } = useWords();
  const { user } = useAuth();
  const higher = levels.slice(Math.max(levels.indexOf(marking.level) + 1, levels.indexOf('restricted')));
  const choices = [...new Set([...compartmentsOf(user), ...marking.compartments])];
  const [raise, setRaise] = useState<Raise>({
    level: higher[0] ?? '',
    compartments: new Set(marking.compartments),
    basis: '',
  });
  const [decision, setDecision] = useState(noDecision);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async () => {
    setBusy(true);
    const json = { ...raise, compartments: [...raise.compartments], basis: raise.basis.trim() };
    const sent = { ...json, decision: decisionToSend(decision) };
    const answer = await studioFetch(`/api/markings/${marking.id}/raise`, language, {
      ...{ method: 'POST', json: sent },
    });
    setBusy(false);
    if (answer.ok) onDone();
    else setRefusal(answer);
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
          <ActionButton
            busy={busy}
            disabled={raise.level === '' || raise.basis.trim() === ''}
            id="confirm-raise"
            kind="danger"
          >
            {say('marking.raiseNow')}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void send()}
      title={say('marking.raiseTitle')}
    >
      <p>{say('marking.raiseExplain')}</p>
      <RaiseForm choices={choices} levels={higher} onChange={setRaise} raise={raise} />
      <DecisionFields decision={decision} level={raise.level} onChange={setDecision} />
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
    </Dialog>
  );
};
