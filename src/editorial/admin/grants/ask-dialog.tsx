'use client';
import { useState } from 'react';
import { clearances } from '#access/level.ts';
import type { GrantPanelAnswer } from '../../endpoints/grant-endpoints.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { ReasonField } from './reason-field.tsx';
import { useAct } from './use-act.ts';

interface Wanted {
  readonly clearance: string;
  readonly compartments: readonly string[];
  readonly until: string;
}

interface FieldsProps {
  wanted: Wanted;
  known: readonly string[];
  onChange: (wanted: Wanted) => void;
}

const Compartments = ({ wanted, known, onChange }: FieldsProps) => {
  const { say } = useWords();
  const toggle = (name: string, isOn: boolean) => {
    const others = wanted.compartments.filter((one) => one !== name);
    onChange({ ...wanted, compartments: isOn ? [...others, name] : others });
  };
  return (
    <fieldset className="bt-options">
      <legend>{say('marking.compartments')}</legend>
      {known.map((name) => (
        <label key={name}>
          <input
            checked={wanted.compartments.includes(name)}
            onChange={(event) => toggle(name, event.target.checked)}
            type="checkbox"
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  );
};

const WantedFields = ({ wanted, known, onChange }: FieldsProps) => {
  const { say } = useWords();
  return (
    <>
      <label className="bt-field" htmlFor="grant-clearance">
        <span>{say('grant.clearance')}</span>
        <select
          id="grant-clearance"
          onChange={(event) => onChange({ ...wanted, clearance: event.target.value })}
          value={wanted.clearance}
        >
          {clearances.map((level) => (
            <option key={level} value={level}>
              {say(`level.${level}`)}
            </option>
          ))}
        </select>
      </label>
      {known.length > 0 ? <Compartments known={known} onChange={onChange} wanted={wanted} /> : null}
      <label className="bt-field" htmlFor="grant-until">
        <span>{say('grant.last')}</span>
        <input
          id="grant-until"
          onChange={(event) => onChange({ ...wanted, until: event.target.value })}
          type="date"
          value={wanted.until}
        />
        <small>{say('grant.lastHint')}</small>
      </label>
    </>
  );
};

interface Props {
  person: string;
  state: GrantPanelAnswer;
  onClose: () => void;
  onDone: () => void;
}

/** The first of two people: what somebody is to know, until when, and why. */
export const AskGrantDialog = ({ person, state, onClose, onDone }: Props) => {
  const { say } = useWords();
  const { clearance, compartments } = state.held;
  const [wanted, setWanted] = useState<Wanted>({ clearance, compartments, until: '' });
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useAct(person);
  const submit = async () => {
    if (await send('ask-grant', { ...wanted, reason: reason.trim() })) onDone();
  };
  const isReady = wanted.until !== '' && reason.trim() !== '';
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton busy={busy} disabled={!isReady} id="grant-ask-now" kind="primary">
        {say('grant.askNow')}
      </ActionButton>
    </>
  );
  return (
    <Dialog footer={buttons} onClose={onClose} onSubmit={() => void submit()} title={say('grant.askTitle')}>
      <p>{say('grant.askExplain', { days: state.days })}</p>
      <WantedFields known={state.compartments} onChange={setWanted} wanted={wanted} />
      <ReasonField id="grant-reason" label="grant.reason" onChange={setReason} reason={reason} />
      {refusal ? <RefusalList collection="users" refusal={refusal} /> : null}
    </Dialog>
  );
};
