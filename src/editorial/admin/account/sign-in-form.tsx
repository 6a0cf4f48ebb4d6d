'use client';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { safeTarget } from './safe-target.ts';
import { TextField } from './text-field.tsx';

type Refusal = Extract<Answer, { ok: false }>;

const secondStep = z.object({ next: z.literal('second-factor'), ticket: z.string() });

/** The whole page comes anew: whoever was not signed in had another one. */
const enter = () => window.location.assign(safeTarget(new URLSearchParams(window.location.search).get('redirect')));

/** Asks, and goes on with what was answered. */
const useAsking = (path: string, done: (body: unknown) => void) => {
  const { language } = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const ask = async (event: FormEvent, json: unknown) => {
    event.preventDefault();
    setBusy(true);
    const answer = await studioFetch(path, language, { method: 'POST', json });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) done(answer.body);
  };
  return { ask, busy, refusal };
};

const FirstStep = ({ onSecond }: { onSecond: (ticket: string) => void }) => {
  const { sayIn } = useWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { ask, busy, refusal } = useAsking('/api/users/login', (body) => {
    const read = secondStep.safeParse(body);
    if (read.success) onSecond(read.data.ticket);
    else enter();
  });
  return (
    <form className="bt-sign-in" onSubmit={(event) => void ask(event, { email, password })}>
      <TextField
        {...{ id: 'field-email', label: sayIn('account:login.email'), type: 'email', autoComplete: 'username' }}
        onChange={setEmail}
        value={email}
      />
      <TextField
        {...{ id: 'field-password', type: 'password', autoComplete: 'current-password' }}
        label={sayIn('account:login.password')}
        onChange={setPassword}
        value={password}
      />
      {refusal ? <RefusalList collection="users" refusal={refusal} /> : null}
      <ActionButton busy={busy} id="sign-in" kind="primary">
        {sayIn('account:login.enter')}
      </ActionButton>
    </form>
  );
};

const SecondStep = ({ ticket, onBack }: { ticket: string; onBack: () => void }) => {
  const { sayIn } = useWords();
  const [code, setCode] = useState('');
  const { ask, busy, refusal } = useAsking('/api/users/login/second', enter);
  return (
    <form className="bt-sign-in" onSubmit={(event) => void ask(event, { ticket, code })}>
      <h2>{sayIn('account:login.second')}</h2>
      <TextField
        {...{ id: 'second-code', label: sayIn('account:login.code'), autoComplete: 'one-time-code' }}
        onChange={setCode}
        value={code}
      />
      {refusal ? <RefusalList collection="users" refusal={refusal} /> : null}
      <ActionButton busy={busy} id="sign-in-second" kind="primary">
        {sayIn('account:login.enter')}
      </ActionButton>
      <ActionButton id="sign-in-again" kind="link" onClick={onBack}>
        {sayIn('account:login.back')}
      </ActionButton>
    </form>
  );
};

/** Address and password and, for whoever has more to prove themselves by, that: one after the other. */
export const SignInForm = () => {
  const [ticket, setTicket] = useState<string | null>(null);
  return ticket === null ? (
    <FirstStep onSecond={setTicket} />
  ) : (
    <SecondStep onBack={() => setTicket(null)} ticket={ticket} />
  );
};
