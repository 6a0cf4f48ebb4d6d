'use client';
import { useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
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
  const [level, setLevel] = useState(higher[0] ?? '');
  const [compartments, setCompartments] = useState<ReadonlySet<string>>(new Set(marking.compartments));
  const [basis, setBasis] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const toggle = (name: string) => {
    const next = new Set(compartments);
    if (!next.delete(name)) next.add(name);
    setCompartments(next);
  };
  const raise = async () => {
    setBusy(true);
    const json = { level, compartments: [...compartments], basis: basis.trim() };
    const answer = await studioFetch(`/api/markings/${marking.id}/raise`, language, { method: 'POST', json });
    setBusy(false);
    if (answer.ok) onDone();
    else setRefusal(answer);
  };
  return (
    <Dialog
      footer={
        <>
          <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
          <ActionButton busy={busy} disabled={level === '' || basis.trim() === ''} id="confirm-raise" kind="danger">
            {say('marking.raiseNow')}
          </ActionButton>
        </>
      }
      onClose={onClose}
      onSubmit={() => void raise()}
      title={say('marking.raiseTitle')}
    >
      <p>{say('marking.raiseExplain')}</p>
      <label className="bt-field" htmlFor="raise-level">
        <span>{say('marking.level')}</span>
        <select id="raise-level" onChange={(event) => setLevel(event.target.value)} value={level}>
          {higher.map((one) => (
            <option key={one} value={one}>
              {say(`level.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {choices.length > 0 ? (
        <fieldset className="bt-options">
          <legend>{say('marking.compartments')}</legend>
          {choices.map((name) => (
            <label key={name}>
              <input checked={compartments.has(name)} onChange={() => toggle(name)} type="checkbox" /> {name}
            </label>
          ))}
        </fieldset>
      ) : null}
      <label className="bt-field" htmlFor="raise-basis">
        <span>{say('marking.basis')}</span>
        <textarea
          id="raise-basis"
          maxLength={2000}
          onChange={(event) => setBasis(event.target.value)}
          rows={3}
          value={basis}
        />
        <small>{say('marking.basisHint')}</small>
      </label>
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
    </Dialog>
  );
};
