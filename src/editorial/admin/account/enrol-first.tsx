'use client';
import { useAuth } from '@payloadcms/ui';
import { type ReactNode, useState } from 'react';
import { MarketDrawing } from '../look/market-drawing.tsx';
import { InterfaceLanguage } from '../shell/interface-language.tsx';
import { useWords } from '../words/use-words.ts';
import { RecoveryList } from './recovery-list.tsx';
import { TotpSetup } from './totp-setup.tsx';

const enter = () => window.location.assign('/admin');

const EnrolPage = () => {
  const { sayIn } = useWords();
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <main className="bt-first-password">
      <form onSubmit={(event) => event.preventDefault()}>
        <MarketDrawing size={56} />
        <h1>{sayIn('account:enrol.title')}</h1>
        <p>{sayIn('account:enrol.why')}</p>
        {codes === null ? <TotpSetup onDone={setCodes} /> : <RecoveryList codes={codes} onKept={enter} />}
        <InterfaceLanguage />
      </form>
    </main>
  );
};

const mustEnrol = (user: unknown): boolean =>
  typeof user === 'object' && user !== null && '_mustEnrol' in user && user._mustEnrol === true;

/** Stands around every page: whoever must have a second factor and has none meets nothing but the way to one. */
export const EnrolFirst = ({ children }: { children: ReactNode }) => {
  const { user } = useAuth();
  return mustEnrol(user) ? <EnrolPage /> : children;
};
