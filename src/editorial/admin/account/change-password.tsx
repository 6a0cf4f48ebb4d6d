'use client';
import { useAuth } from '@payloadcms/ui';
import { type FormEvent, useState } from 'react';
import { MarketDrawing } from '../look/market-drawing.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { InterfaceLanguage } from '../shell/interface-language.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

type Refusal = Extract<Answer, { ok: false }>;

/** Shortest password that the studio takes, in characters. */
const shortest = 12;

interface FieldProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

const PasswordField = ({ id, label, hint, value, onChange }: FieldProps) => (
  <label className="bt-field" htmlFor={id}>
    <span>{label}</span>
    <input
      autoComplete="new-password"
      id={id}
      minLength={shortest}
      onChange={(event) => onChange(event.target.value)}
      required
      type="password"
      value={value}
    />
    {hint ? <small>{hint}</small> : null}
  </label>
);

/** The first thing after a first log-in: a password that only this person knows. */
export const ChangePassword = () => {
  const { say, language } = useWords();
  const { user } = useAuth();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const differs = again !== '' && first !== again;
  const change = async (event: FormEvent) => {
    event.preventDefault();
    if (!user || differs) return;
    setBusy(true);
    const answer = await studioFetch(`/api/users/${user.id}`, language, { method: 'PATCH', json: { password: first } });
    setBusy(false);
    if (answer.ok) window.location.assign('/admin');
    else setRefusal(answer);
  };
  return (
    <main className="bt-first-password">
      <form onSubmit={(event) => void change(event)}>
        <MarketDrawing size={56} />
        <h1>{say('password.title')}</h1>
        <p>{say('password.why')}</p>
        <PasswordField
          hint={say('password.rule', { least: shortest })}
          id="new-password"
          label={say('password.new')}
          onChange={setFirst}
          value={first}
        />
        <PasswordField id="new-password-again" label={say('password.again')} onChange={setAgain} value={again} />
        {differs ? <p className="bt-refusal">{say('password.differs')}</p> : null}
        {refusal ? <RefusalList collection="users" refusal={refusal} /> : null}
        <ActionButton
          busy={busy}
          disabled={first.length < shortest || first !== again}
          id="change-password"
          kind="primary"
        >
          {say('password.save')}
        </ActionButton>
        <InterfaceLanguage />
      </form>
    </main>
  );
};
