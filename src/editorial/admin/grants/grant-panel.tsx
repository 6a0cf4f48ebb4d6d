'use client';
import { toast, useAuth, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import type { GrantPanelAnswer } from '../../endpoints/grant-endpoints.ts';
import { isSecurityOfficer, mayGiveClearance } from '../languages/rights.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { formatMoment } from '../words/format-time.ts';
import { useWords } from '../words/use-words.ts';
import { AnswerGrantDialog } from './answer-dialog.tsx';
import { AskGrantDialog } from './ask-dialog.tsx';
import { AskedGrant } from './asked-grant.tsx';
import { EndGrantsDialog } from './end-dialog.tsx';
import { useAct } from './use-act.ts';
import { useGrants } from './use-grants.ts';

type Shown = 'ask' | 'answer' | 'end';

/** What the person holds, and until when. */
const Held = ({ held }: { held: GrantPanelAnswer['held'] }) => {
  const { say, language } = useWords();
  const time = held.until ? formatMoment(held.until, language) : '';
  const isEveryday = ['public', 'internal'].includes(held.clearance) && held.compartments.length === 0;
  return (
    <p>
      <b>{say(`level.${held.clearance}`)}</b>{' '}
      {held.compartments.length > 0 ? <span>{held.compartments.join(' · ')}</span> : null}{' '}
      {held.until ? <small>{say(held.over ? 'grant.over' : 'grant.until', { time })}</small> : null}
      {held.until || isEveryday ? null : <small>{say('grant.noEnd')}</small>}
    </p>
  );
};

interface ButtonsProps {
  may: GrantPanelAnswer['may'];
  onShow: (shown: Shown) => void;
  onWithdraw: () => void;
}

const Buttons = ({ may, onShow, onWithdraw }: ButtonsProps) => {
  const { say } = useWords();
  return (
    <>
      {may.ask ? (
        <ActionButton id="grant-ask" onClick={() => onShow('ask')}>
          {say('grant.ask')}
        </ActionButton>
      ) : null}
      {may.agree ? (
        <ActionButton id="grant-answer" kind="primary" onClick={() => onShow('answer')}>
          {say('grant.answer')}
        </ActionButton>
      ) : null}
      {may.withdraw ? (
        <ActionButton id="grant-withdraw" onClick={onWithdraw}>
          {say('lowering.takeBack')}
        </ActionButton>
      ) : null}
      {may.end ? (
        <ActionButton id="grant-end" onClick={() => onShow('end')}>
          {say('grant.end')}
        </ActionButton>
      ) : null}
    </>
  );
};

interface DialogsProps {
  person: string;
  state: GrantPanelAnswer;
  shown: Shown | null;
  onClose: () => void;
  onDone: (words: string) => void;
}

const Dialogs = ({ person, state, shown, onClose, onDone }: DialogsProps) => {
  if (shown === 'ask')
    return (
      <AskGrantDialog onClose={onClose} onDone={() => onDone('lowering.proposed')} person={person} state={state} />
    );
  if (shown === 'answer' && state.proposal)
    return <AnswerGrantDialog onClose={onClose} onDone={onDone} person={person} proposal={state.proposal} />;
  if (shown === 'end')
    return (
      <EndGrantsDialog copies={state.copies} onClose={onClose} onDone={() => onDone('grant.ended')} person={person} />
    );
  return null;
};

/** What another person may know: one proposes it, a second one agrees, and one takes it all back. */
export const GrantPanel = () => {
  const { say } = useWords();
  const { id } = useDocumentInfo();
  const { user } = useAuth();
  const person = id && mayGiveClearance(user) && String(id) !== String(user?.id) ? String(id) : null;
  const [state, reload] = useGrants(person);
  const [shown, setShown] = useState<Shown | null>(null);
  const { refusal, send } = useAct(person ?? '');
  if (state === null || person === null) return null;
  const tell = (words: string) => {
    toast.success(say(words));
    void reload();
  };
  const done = (words: string) => {
    setShown(null);
    tell(words);
  };
  const withdraw = async () => {
    if (await send('withdraw-grant', { proposal: state.proposal?.id })) tell('lowering.takenBack');
  };
  return (
    <section aria-labelledby="grant-heading" className="bt-marking bt-grant" id="grant-panel">
      <h3 id="grant-heading">{say('grant.title')}</h3>
      <Held held={state.held} />
      {state.copies > 0 ? (
        <a href={`/admin/copies?holder=${person}`}>{say('copies.heldBy', { amount: state.copies })}</a>
      ) : null}
      {state.proposal ? <AskedGrant proposal={state.proposal} /> : null}
      {refusal ? <p role="alert">{refusal.detail || say('error.unknown')}</p> : null}
      <div className="bt-grant__acts">
        <Buttons may={state.may} onShow={setShown} onWithdraw={() => void withdraw()} />
        {isSecurityOfficer(user) ? <a href={`/admin/answers?person=${person}`}>{say('answers.ofPerson')}</a> : null}
      </div>
      <Dialogs onClose={() => setShown(null)} onDone={done} person={person} shown={shown} state={state} />
    </section>
  );
};
