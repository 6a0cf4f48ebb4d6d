'use client';
import { useState } from 'react';
import { HeardPanel } from '../picture/heard-panel.tsx';
import { useAnswer } from '../picture/use-answer.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Moment } from '../shell/moment.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { codesAnswer, factorsAnswer, type OwnFactor } from './answers.ts';
import { RecoveryList } from './recovery-list.tsx';
import { TotpSetup } from './totp-setup.tsx';

type Refusal = Extract<Answer, { ok: false }>;

const FactorRow = ({ factor, onRemove }: { factor: OwnFactor; onRemove: () => void }) => {
  const { sayIn } = useWords();
  return (
    <tr>
      <th scope="row">{factor.name || sayIn(`account:factors.${factor.kind}`)}</th>
      <td>
        <Moment at={factor.at} />
      </td>
      <td>{factor.usedAt === null ? '–' : <Moment at={factor.usedAt} />}</td>
      <td>
        <ActionButton onClick={onRemove}>{sayIn('account:factors.remove')}</ActionButton>
      </td>
    </tr>
  );
};

interface TableProps {
  factors: readonly OwnFactor[];
  onRemove: (id: string) => void;
}

const FactorTable = ({ factors, onRemove }: TableProps) => {
  const { sayIn } = useWords();
  return (
    <table className="bt-facts">
      <thead>
        <tr>
          <th scope="col">{sayIn('account:factors')}</th>
          <th scope="col">{sayIn('account:factors.since')}</th>
          <th scope="col">{sayIn('account:factors.used')}</th>
          <th scope="col">{sayIn('account:session.act')}</th>
        </tr>
      </thead>
      <tbody>
        {factors.map((factor) => (
          <FactorRow factor={factor} key={factor.id} onRemove={() => onRemove(factor.id)} />
        ))}
      </tbody>
    </table>
  );
};

/** What this person proves themselves by besides their password, and how they come by more. */
export const OwnFactors = () => {
  const { sayIn, language } = useWords();
  const [round, setRound] = useState(0);
  const [isAdding, setAdding] = useState(false);
  const [codes, setCodes] = useState<string[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const heard = useAnswer(`/api/account/factors#${round}`, factorsAnswer);
  const again = (given: string[]) => {
    setCodes(given);
    setAdding(false);
    setRound(round + 1);
  };
  const act = async (path: string, method: 'POST' | 'DELETE') => {
    const answer = await studioFetch(path, language, { method });
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) again(codesAnswer.safeParse(answer.body).data?.codes ?? []);
  };
  return (
    <section aria-label={sayIn('account:factors')} className="bt-panel" id="own-factors">
      <h3>{sayIn('account:factors')}</h3>
      <p className="bt-panel__hint">{sayIn('account:factors.hint')}</p>
      {codes.length > 0 ? <RecoveryList codes={codes} onKept={() => setCodes([])} /> : null}
      <HeardPanel heard={heard}>
        {({ factors, codes: left }) =>
          factors.length === 0 ? (
            <p>{sayIn('account:factors.none')}</p>
          ) : (
            <>
              <FactorTable factors={factors} onRemove={(id) => void act(`/api/account/factors/${id}`, 'DELETE')} />
              <p>{sayIn('account:factors.codesLeft', { count: left })}</p>
              <ActionButton id="new-codes" onClick={() => void act('/api/account/recovery-codes', 'POST')}>
                {sayIn('account:factors.newCodes')}
              </ActionButton>
            </>
          )
        }
      </HeardPanel>
      {isAdding ? (
        <TotpSetup onDone={again} />
      ) : (
        <div className="bt-panel__actions">
          <ActionButton id="add-totp" onClick={() => setAdding(true)}>
            {sayIn('account:factors.addTotp')}
          </ActionButton>
        </div>
      )}
      {refusal ? <RefusalList refusal={refusal} /> : null}
    </section>
  );
};
