'use client';
import { useState } from 'react';
import { ProofDialog } from '../account/prove-again.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';

type State = 'asking' | 'idle' | 'done';

const wordsFor = (to: string | null, state: State): string => {
  if (to === null) return 'account:prove.nothing';
  return state === 'done' ? 'account:prove.comes' : 'account:prove.why';
};

/** Says why a proof is asked for, asks, and then goes on to the file. @param to null: there is none, and nothing is asked */
export const ProveScreen = ({ to }: { to: string | null }) => {
  const { sayIn } = useWords();
  const [state, setState] = useState<State>(to === null ? 'idle' : 'asking');
  const goOn = (isProven: boolean) => {
    setState(isProven ? 'done' : 'idle');
    if (isProven && to !== null) location.assign(to);
  };
  return (
    <div className="bt-audit-log" id="prove">
      <h1>{sayIn('account:prove.title')}</h1>
      <p>{sayIn(wordsFor(to, state))}</p>
      {state === 'idle' && to !== null ? (
        <p>
          <ActionButton kind="primary" onClick={() => setState('asking')}>
            {sayIn('account:prove.go')}
          </ActionButton>
        </p>
      ) : null}
      <p>
        <a href="/admin">{sayIn('account:prove.back')}</a>
      </p>
      {state === 'asking' ? <ProofDialog waiting={{ goOn }} /> : null}
    </div>
  );
};
