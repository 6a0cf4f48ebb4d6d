'use client';
import { type ComponentProps, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import type { Answer } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import type { Outcome } from './passkey-calls.ts';

type Refusal = Extract<Answer, { ok: false }>;

interface PasskeyButtonProps {
  id: string;
  label: string;
  kind?: ComponentProps<typeof ActionButton>['kind'];
  /** What the device is asked for. */
  act: (language: string) => Promise<Outcome>;
  onDone: (body: unknown) => void;
}

/** Lets the device do something with a passkey, and says where nothing came of it. */
export const PasskeyButton = ({ id, label, kind, act, onDone }: PasskeyButtonProps) => {
  const { sayIn, language } = useWords();
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<Refusal | 'nothing' | null>(null);
  const go = async () => {
    setBusy(true);
    setNo(null);
    const outcome = await act(language);
    setBusy(false);
    if (outcome?.ok) onDone(outcome.body);
    else setNo(outcome ?? 'nothing');
  };
  return (
    <>
      {no === 'nothing' ? (
        <div className="bt-refusal" role="alert">
          <p>{sayIn('account:passkey.nothing')}</p>
        </div>
      ) : null}
      {no !== null && no !== 'nothing' ? <RefusalList collection="users" refusal={no} /> : null}
      <ActionButton busy={busy} id={id} onClick={() => void go()} {...(kind && { kind })}>
        {label}
      </ActionButton>
    </>
  );
};
