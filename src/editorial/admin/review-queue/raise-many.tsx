'use client';
import { useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import { DecisionFields, decisionToSend, noDecision } from '../marking/decision-fields.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { ActDialog } from './act-dialog.tsx';
import type { QueuePicture } from './answers.ts';
import { type ActState, useAct } from './use-act.ts';

const compartmentsOf = (user: unknown): string[] =>
  user && typeof user === 'object' && 'compartments' in user && Array.isArray(user.compartments)
    ? user.compartments.map(String)
    : [];

interface Props {
  readonly pictures: readonly QueuePicture[];
  readonly level: string;
  readonly onClose: (state: ActState) => void;
}

/** One person says that pictures are `restricted` or above: one reason, one decision, for all of them. */
export const RaiseMany = ({ pictures, level, onClose }: Props) => {
  const { say } = useWords();
  const { user } = useAuth();
  const act = useAct();
  const [reason, setReason] = useState('');
  const [compartments, setCompartments] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState(noDecision);
  const toggle = (name: string): void => {
    const next = new Set(compartments);
    if (!next.delete(name)) next.add(name);
    setCompartments(next);
  };
  const send = (): void =>
    void act.send('raise', {
      items: pictures.map(({ marking }) => ({ marking })),
      ...{ level, compartments: [...compartments], reason: reason.trim(), decision: decisionToSend(decision) },
    });
  const buttons = (
    <ActionButton disabled={reason.trim() === ''} id="queue-act" kind="danger">
      {say('queue.raiseNow', { number: pictures.length })}
    </ActionButton>
  );
  return (
    <ActDialog
      {...{ act, buttons, onClose, pictures, reason }}
      onReason={setReason}
      onSubmit={send}
      title={say('queue.raiseTitle', { level: say(`level.${level}`) })}
    >
      <p>{say('queue.raiseExplain')}</p>
      <div className="bt-queue__strip">
        {pictures.map(({ id, title }) => (
          <img alt={title} key={id} loading="lazy" src={`/api/images/${id}/file?width=160`} />
        ))}
      </div>
      {compartmentsOf(user).length > 0 ? (
        <fieldset className="bt-options">
          <legend>{say('marking.compartments')}</legend>
          {compartmentsOf(user).map((name) => (
            <label key={name}>
              <input checked={compartments.has(name)} onChange={() => toggle(name)} type="checkbox" /> {name}
            </label>
          ))}
        </fieldset>
      ) : null}
      <DecisionFields decision={decision} level={level} onChange={setDecision} />
    </ActDialog>
  );
};
