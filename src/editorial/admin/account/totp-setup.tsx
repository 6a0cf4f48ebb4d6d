'use client';
import { useEffect, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { begunAnswer, codesAnswer } from './answers.ts';
import { QrPicture } from './qr-picture.tsx';
import { TextField } from './text-field.tsx';

type Refusal = Extract<Answer, { ok: false }>;
type Begun = ReturnType<typeof begunAnswer.parse>;

/** In groups of four, as people type it. */
const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

/** Begins once, when it is opened: the studio tells the secret this one time. */
const useBegun = (): { begun: Begun | null; refusal: Refusal | null } => {
  const { language } = useWords();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is no reason for another secret
  useEffect(() => {
    let isGone = false;
    void studioFetch('/api/account/factors/totp', language, { method: 'POST' }).then((answer) => {
      if (isGone) return;
      const read = begunAnswer.safeParse(answer.body);
      if (answer.ok && read.success) setBegun(read.data);
      else if (!answer.ok) setRefusal(answer);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return { begun, refusal };
};

const Shown = ({ begun }: { begun: Begun }) => {
  const { sayIn } = useWords();
  return (
    <>
      <p>{sayIn('account:totp.scan')}</p>
      <QrPicture name={sayIn('account:totp.picture')} text={begun.address} />
      <p>
        {sayIn('account:totp.type')} <code id="totp-secret">{grouped(begun.secret)}</code>
      </p>
    </>
  );
};

/** Sets up an app that shows codes: its secret as a picture, and a first code that proves that it came over. */
export const TotpSetup = ({ onDone }: { onDone: (codes: string[]) => void }) => {
  const { sayIn, language } = useWords();
  const { begun, refusal } = useBegun();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<Refusal | null>(null);
  const confirm = async () => {
    if (!begun) return;
    setBusy(true);
    const path = `/api/account/factors/${begun.id}/confirm`;
    const answer = await studioFetch(path, language, { method: 'POST', json: { code } });
    setBusy(false);
    setNo(answer.ok ? null : answer);
    const read = codesAnswer.safeParse(answer.body);
    if (answer.ok && read.success) onDone(read.data.codes);
  };
  const shown = refusal ?? no;
  return (
    <div className="bt-totp" id="totp-setup">
      {begun ? <Shown begun={begun} /> : null}
      <TextField
        {...{ id: 'totp-code', label: sayIn('account:totp.code'), autoComplete: 'one-time-code' }}
        onChange={setCode}
        value={code}
      />
      {shown ? <RefusalList refusal={shown} /> : null}
      <ActionButton
        busy={busy}
        disabled={!begun || code.trim() === ''}
        id="totp-confirm"
        kind="primary"
        onClick={() => void confirm()}
      >
        {sayIn('account:totp.confirm')}
      </ActionButton>
    </div>
  );
};
