'use client';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import { PasskeySetup } from './passkey-setup.tsx';
import { TotpSetup } from './totp-setup.tsx';

/** What to prove oneself by: a passkey or an app of authenticators, whichever is chosen. */
export const FactorSetup = ({ onDone }: { onDone: (codes: string[]) => void }) => {
  const { sayIn } = useWords();
  const [kind, setKind] = useState<'passkey' | 'totp' | null>(null);
  const done = (codes: string[]) => {
    setKind(null);
    onDone(codes);
  };
  return (
    <>
      {kind === 'passkey' ? <PasskeySetup onDone={done} /> : null}
      {kind === 'totp' ? <TotpSetup onDone={done} /> : null}
      <div className="bt-panel__actions">
        {kind === 'passkey' ? null : (
          <ActionButton id="add-passkey" onClick={() => setKind('passkey')}>
            {sayIn('account:factors.addPasskey')}
          </ActionButton>
        )}
        {kind === 'totp' ? null : (
          <ActionButton id="add-totp" onClick={() => setKind('totp')}>
            {sayIn('account:factors.addTotp')}
          </ActionButton>
        )}
      </div>
    </>
  );
};
