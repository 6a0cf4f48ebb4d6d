'use client';
import { usePathname } from 'next/navigation.js';
import type { ReactNode } from 'react';
import { MarketDrawing } from '../look/market-drawing.tsx';
import { useWords } from '../words/use-words.ts';
import { AfterLogin } from './after-login.tsx';
import { BeforeLogin } from './before-login.tsx';
import { SignInForm } from './sign-in-form.tsx';

const SignInPage = () => {
  const { say } = useWords();
  return (
    <main className="login template-minimal">
      <div className="template-minimal__wrap">
        <div className="bt-logo">
          <MarketDrawing size={72} />
          <div>
            <span className="bt-logo__name">{say('brand.name')}</span>
            <span className="bt-logo__line">{say('brand.line')}</span>
          </div>
        </div>
        <BeforeLogin />
        <SignInForm />
        <AfterLogin />
      </div>
    </main>
  );
};

/** Stands around every page and shows the log-in page of ours in the place of Payload’s, which knows of one step only. */
export const OwnSignIn = ({ children }: { children: ReactNode }) =>
  usePathname() === '/admin/login' ? <SignInPage /> : children;
