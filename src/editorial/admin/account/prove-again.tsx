'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { factorsAnswer } from './answers.ts';
import { askedFor, type Waiting, whenAsked } from './proof-asked.ts';
import { TextField } from './text-field.tsx';

type Refusal = Extract<Answer, { ok: false }>;

/** Whether somebody is asked for a code or, having no second factor, for their password. */
const useHasFactor = (): boolean | null => {
  const { language } = useWords();
  const [has, setHas] = useState<boolean | null>(null);
  useEffect(() => {
    void studioFetch('/api/account/factors', language).then(({ body }) =>
      setHas((factorsAnswer.safeParse(body).data?.factors.length ?? 0) > 0),
    );
  }, [language]);
  return has;
};

const ProofDialog = ({ waiting }: { waiting: Waiting }) => {
  const { say, sayIn, language } = useWords();
  const has = useHasFactor();
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
      {has === null ? null : (
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
  useEffect(() => whenAsked(setWaiting), []);
  return (
    <>
      {children}
      {waiting ? <ProofDialog waiting={waiting} /> : null}
    </>
  );
};
