'use client';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { CaseCard } from './case-card.tsx';
import { type CasesHand, useCases } from './use-cases.ts';

/** What stands in the place of the list. */
const Instead = ({ cases, refusal }: CasesHand) => {
  const { say } = useWords();
  if (refusal !== null) return <p role="alert">{refusal || say('secrecy.unreachable')}</p>;
  if (cases === null) return <p role="status">{say('secrecy.loading')}</p>;
  return cases.length === 0 ? <p role="status">{say('secrecy.nothing')}</p> : null;
};

/** Everything that the gate keeps in for words of secrecy, the oldest first, with the officer’s answer beside it. */
export const SecrecyScreen = () => {
  const { say } = useWords();
  const hand = useCases();
  const [notice, setNotice] = useState('');
  return (
    <div aria-busy={hand.cases === null} className="bt-secrecy">
      <h1>{say('secrecy.title')}</h1>
      <p>{say('secrecy.explain')}</p>
      <p aria-live="polite" className="bt-secrecy__notice">
        {notice}
      </p>
      <Instead {...hand} />
      <ul>
        {hand.cases?.map((one) => (
          <CaseCard
            key={`${one.id}${one.state}`}
            one={one}
            onDone={(act) => {
              setNotice(say(act === 'let-go' ? 'secrecy.wentOn' : 'secrecy.stays'));
              void hand.reload();
            }}
          />
        ))}
      </ul>
    </div>
  );
};
