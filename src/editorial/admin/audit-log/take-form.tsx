'use client';
import { type FormEvent, useState } from 'react';
import type { LogPanelAnswer } from '../../audit/log-page/log-panel.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import type { Answer } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { KindBoxes } from './kind-boxes.tsx';
import { type Progress, takeLines } from './take-lines.ts';

interface Asked {
  form: 'csv' | 'ndjson';
  since: string;
  until: string;
  person: string;
  kinds: string[];
}

interface FieldProps {
  asked: Asked;
  panel: LogPanelAnswer;
  onChange: (asked: Asked) => void;
}

const DayField = ({ asked, name, onChange }: Omit<FieldProps, 'panel'> & { name: 'since' | 'until' }) => {
  const { say } = useWords();
  return (
    <label className="bt-field" htmlFor={`take-${name}`}>
      <span>{say(`auditLog.${name}`)}</span>
      <input
        id={`take-${name}`}
        onChange={({ target }) => onChange({ ...asked, [name]: target.value })}
        type="date"
        value={asked[name]}
      />
    </label>
  );
};

const Fields = ({ asked, panel, onChange }: FieldProps) => {
  const { say } = useWords();
  return (
    <div className="bt-audit-log__fields">
      <DayField asked={asked} name="since" onChange={onChange} />
      <DayField asked={asked} name="until" onChange={onChange} />
      <label className="bt-field" htmlFor="take-person">
        <span>{say('auditLog.person')}</span>
        <select
          id="take-person"
          onChange={({ target }) => onChange({ ...asked, person: target.value })}
          value={asked.person}
        >
          <option value="">{say('auditLog.everybody')}</option>
          {panel.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="bt-field" htmlFor="take-form">
        <span>{say('auditLog.form')}</span>
        <select
          id="take-form"
          onChange={({ target }) => onChange({ ...asked, form: target.value === 'ndjson' ? 'ndjson' : 'csv' })}
          value={asked.form}
        >
          <option value="csv">{say('auditLog.csv')}</option>
          <option value="ndjson">{say('auditLog.ndjson')}</option>
        </select>
      </label>
    </div>
  );
};

const Bar = ({ progress }: { progress: Progress | null }) => {
  const { say } = useWords();
  if (progress === null) return <p role="status">{say('auditLog.checking')}</p>;
  const { lines, of } = progress;
  return (
    <p role="status">
      {of === null ? null : <progress max={Math.max(of, 1)} value={lines} />}{' '}
      {of === null ? say('auditLog.come', { lines }) : say('auditLog.comeOf', { lines, of })}
    </p>
  );
};

/** Which lines to take, and how far the file is. */
export const TakeForm = ({ panel }: { panel: LogPanelAnswer }) => {
  const { say, language } = useWords();
  const [asked, setAsked] = useState<Asked>({ form: 'csv', since: '', until: '', person: '', kinds: [] });
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    setState('busy');
    setProgress(null);
    const { form, since, until, person, kinds } = asked;
    const order = { form, since: since || null, until: until || null, person: person || null, kinds };
    const refused = await takeLines(order, language, setProgress);
    setRefusal(refused);
    setState(refused ? 'idle' : 'done');
  };
  return (
    <form className="bt-card" id="take-lines" onSubmit={(event) => void take(event)}>
      <h2>{say('auditLog.takeTitle')}</h2>
      <p>{say(panel.seesAll ? 'auditLog.takeExplain' : 'auditLog.takePart')}</p>
      <Fields asked={asked} onChange={setAsked} panel={panel} />
      <KindBoxes
        chosen={asked.kinds}
        kinds={panel.kinds.map(({ kind }) => kind)}
        legend={say('auditLog.kinds')}
        name="take"
        onChange={(kinds) => setAsked({ ...asked, kinds })}
      />
      {refusal ? <RefusalList refusal={refusal} /> : null}
      {state === 'busy' ? <Bar progress={progress} /> : null}
      {state === 'done' ? <p role="status">{say('auditLog.taken', { lines: progress?.lines ?? 0 })}</p> : null}
      <ActionButton busy={state === 'busy'} id="take-now" kind="primary">
        {say('auditLog.take')}
      </ActionButton>
    </form>
  );
};
