'use client';
import { toast } from '@payloadcms/ui';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import type { Marking } from './use-level.ts';

type Refusal = Extract<Answer, { ok: false }>;

const ExtendDialog = ({ marking, onClose, onDone }: { marking: Marking; onClose: () => void; onDone: () => void }) => {
  const { say, language } = useWords();
  const fieldName = useFieldName('markings');
  const [sent, setSent] = useState({ until: '', officer: '', basis: '' });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async () => {
    setBusy(true);
    const answer = await studioFetch(`/api/markings/${marking.id}/extend`, language, { method: 'POST', json: sent });
    setBusy(false);
    if (answer.ok) onDone();
    else setRefusal(answer);
  };
  const field = (name: keyof typeof sent, label: string, type: 'date' | 'text') => (
    <label className="bt-field" htmlFor={`extend-${name}`}>
      <span>{label}</span>
      <input
        id={`extend-${name}`}
        onChange={(event) => setSent({ ...sent, [name]: event.target.value })}
        type={type}
        value={sent[name]}
      />
    </label>
  );
  const isReady = Object.values(sent).every((value) => value.trim() !== '');
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton busy={busy} disabled={!isReady} id="extend-now" kind="primary">
        {say('marking.extendNow')}
      </ActionButton>
    </>
  );
  return (
    <Dialog footer={buttons} onClose={onClose} onSubmit={() => void send()} title={say('marking.extendTitle')}>
      <p>{say('marking.extendExplain')}</p>
      {field('until', fieldName('until'), 'date')}
      {field('officer', fieldName('officer'), 'text')}
      {field('basis', say('marking.basis'), 'text')}
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
    </Dialog>
  );
};

/** Until when the open document is protected, and how a security officer lets that go on. */
export const TermPart = ({ marking, onChanged }: { marking: Marking; onChanged: () => void }) => {
  const { say } = useWords();
  const [extending, setExtending] = useState(false);
  if (!marking.protectedUntil) return null;
  const done = () => {
    setExtending(false);
    toast.success(say('marking.extended'));
    onChanged();
  };
  return (
    <div className="bt-marking__lowering" id="marking-term">
      <p>{say('marking.protectedUntil', { day: marking.protectedUntil })}</p>
      <ActionButton id="action-extend" onClick={() => setExtending(true)}>
        {say('marking.extend')}
      </ActionButton>
      {extending ? <ExtendDialog marking={marking} onClose={() => setExtending(false)} onDone={done} /> : null}
    </div>
  );
};
