'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { factorsAnswer } from './answers.ts';
import { guardTaking } from './guard-taking.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { proveByPasskey } from './passkey-calls.ts';
import { askedFor, type Waiting, whenAsked } from './proof-asked.ts';
import { TextField } from './text-field.tsx';

type Refusal = Extract<Answer, { ok: false }>;

/** By what somebody can prove themselves: whoever has no second factor is asked for their password. */
const useKinds = (): readonly string[] | null => {
  const { language } = useWords();
  const [kinds, setKinds] = useState<readonly string[] | null>(null);
  useEffect(() => {
    void studioFetch('/api/account/factors', language).then(({ body }) =>
      setKinds((factorsAnswer.safeParse(body).data?.factors ?? []).map(({ kind }) => kind)),
    );
  }, [language]);
  return kinds;
};

/** Asks for a code, a passkey or, of whoever has no second factor, the password. */
export const ProofDialog = ({ waiting }: { waiting: Waiting }) => {
  const { say, sayIn, language } = useWords();
  const kinds = useKinds();
  const has = kinds !== null && kinds.length > 0;
  const [proof, setProof] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const prove = async () => {
    setBusy(true);
    const answer = await studioFetch('/api/account/prove', language, { method: 'POST', json: { proof } });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) waiting.goOn(true);
  };
  const footer = (
    <>
      <ActionButton onClick={() => waiting.goOn(false)}>{say('action.cancel')}</ActionButton>
      <ActionButton busy={busy} disabled={proof === ''} id="prove-go" kind="primary">
        {sayIn('account:prove.go')}
      </ActionButton>
    </>
  );
  return (
    <Dialog
      footer={footer}
      onClose={() => waiting.goOn(false)}
      onSubmit={() => void prove()}
      title={sayIn('account:prove.title')}
    >
      {kinds?.includes('passkey') ? (
        <PasskeyButton
          act={proveByPasskey}
          id="prove-passkey"
          label={sayIn('account:passkey.use')}
          onDone={() => waiting.goOn(true)}
        />
      ) : null}
      {kinds === null ? null : (
        <TextField
          autoComplete={has ? 'one-time-code' : 'current-password'}
          id="prove-proof"
          label={sayIn(has ? 'account:prove.code' : 'account:prove.password')}
          onChange={setProof}
          type={has ? 'text' : 'password'}
          value={proof}
        />
      )}
      {refusal ? <RefusalList refusal={refusal} /> : null}
    </Dialog>
  );
};

/**
 * Stands around every page. Where the studio wants a fresh proof before it does what was asked, it asks for that proof in a
 * dialog and asks the same once more: whoever asked notices nothing, and nothing that was typed is lost.
 */
export const ProveAgain = ({ children }: { children: ReactNode }) => {
  const [waiting, setWaiting] = useState<Waiting | null>(askedFor);
  const { language } = useWords();
  useEffect(() => whenAsked(setWaiting), []);
  useEffect(() => guardTaking(language), [language]);
  return (
    <>
      {children}
      {waiting ? <ProofDialog waiting={waiting} /> : null}
    </>
  );
};
