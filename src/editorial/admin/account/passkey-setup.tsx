'use client';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { codesAnswer } from './answers.ts';
import { browserName } from './browser-name.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { makePasskey } from './passkey-calls.ts';
import { TextField } from './text-field.tsx';

/** Makes a passkey: a name to tell it by, and the rest is the device’s affair. */
export const PasskeySetup = ({ onDone }: { onDone: (codes: string[]) => void }) => {
  const { sayIn } = useWords();
  const [name, setName] = useState(() => browserName(window.navigator.userAgent));
  const done = (body: unknown) => onDone(codesAnswer.safeParse(body).data?.codes ?? []);
  return (
    <div className="bt-totp" id="passkey-setup">
      <p>{sayIn('account:passkey.hint')}</p>
      <TextField
        {...{ id: 'passkey-name', label: sayIn('account:passkey.name'), autoComplete: 'off' }}
        onChange={setName}
        value={name}
      />
      <PasskeyButton
        act={(language) => makePasskey(language, name)}
        id="passkey-create"
        kind="primary"
        label={sayIn('account:passkey.create')}
        onDone={done}
      />
    </div>
  );
};
