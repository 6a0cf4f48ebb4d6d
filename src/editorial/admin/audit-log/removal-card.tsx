'use client';
import { useState } from 'react';
import type { LogPanelAnswer } from '../../audit/log-page/log-panel.ts';
import { ReasonField } from '../grants/reason-field.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { formatMoment } from '../words/format-time.ts';
import { useWords } from '../words/use-words.ts';
import { KindBoxes } from './kind-boxes.tsx';
import { useRemoval } from './use-removal.ts';

interface Props {
  panel: LogPanelAnswer;
  onDone: () => void;
}

type Shown = NonNullable<LogPanelAnswer['request']>;

const Kinds = ({ removal }: { removal: Shown }) => {
  const { say, language } = useWords();
  return (
    <ul>
      {removal.kinds.map(({ kind, before }) => (
        <li key={kind}>
          {say('auditLog.before', { kind: say(`auditLog.kind.${kind}`), time: formatMoment(before, language) })}
        </li>
      ))}
    </ul>
  );
};

/** The first of two people. */
const Ask = ({ panel, onDone }: Props) => {
  const { say } = useWords();
  const [kinds, setKinds] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useRemoval(onDone);
  const open = panel.kinds.filter(({ over }) => (over?.lines ?? 0) > 0).map(({ kind }) => kind);
  if (open.length === 0) return <p>{say('auditLog.nothingToRemove')}</p>;
  return (
    <>
      <p>{say('auditLog.askExplain', { days: panel.days })}</p>
      <KindBoxes chosen={kinds} kinds={open} legend={say('auditLog.kinds')} name="remove" onChange={setKinds} />
      <ReasonField id="remove-reason" label="auditLog.reason" onChange={setReason} reason={reason} />
      {refusal ? <RefusalList refusal={refusal} /> : null}
      <ActionButton
        busy={busy !== null}
        disabled={kinds.length === 0 || reason.trim() === ''}
        id="remove-ask"
        onClick={() => void send('ask-removal', { kinds, reason: reason.trim() })}
      >
        {say('auditLog.ask')}
      </ActionButton>
    </>
  );
};

/** What waits, and the answers of the second of two people. */
const Waiting = ({ request, panel, onDone }: Props & { request: Shown }) => {
  const { say, language } = useWords();
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useRemoval(onDone);
  const answer = { request: request.id, reason: reason.trim() };
  const name = request.askedName ?? say('deletion.somebody');
  return (
    <>
      <p>{say('auditLog.asked', { name, time: formatMoment(request.askedAt, language) })}</p>
      <Kinds removal={request} />
      <q>{request.reason}</q>
      <p>
        <small>{say('lowering.lapses', { time: formatMoment(request.lapsesAt, language) })}</small>
      </p>
      {panel.may.agree ? (
        <>
          <p>{say('auditLog.agreeExplain')}</p>
          <ReasonField
            hint="lowering.answerHint"
            id="remove-answer"
            label="lowering.answer"
            onChange={setReason}
            reason={reason}
          />
        </>
      ) : null}
      {refusal ? <RefusalList refusal={refusal} /> : null}
      <p className="bt-audit-log__acts">
        {panel.may.agree ? (
          <ActionButton
            busy={busy === 'agree-removal'}
            id="remove-agree"
            kind="danger"
            onClick={() => void send('agree-removal', answer)}
          >
            {say('auditLog.agree')}
          </ActionButton>
        ) : null}
        {panel.may.agree ? (
          <ActionButton
            busy={busy === 'refuse-removal'}
            disabled={answer.reason === ''}
            id="remove-refuse"
            onClick={() => void send('refuse-removal', answer)}
          >
            {say('lowering.refuseNow')}
          </ActionButton>
        ) : null}
        <ActionButton
          busy={busy === 'withdraw-removal'}
          id="remove-withdraw"
          onClick={() => void send('withdraw-removal', { request: request.id })}
        >
          {say('lowering.takeBack')}
        </ActionButton>
      </p>
    </>
  );
};

const Agreed = ({ removal }: { removal: Shown }) => {
  const { say, language } = useWords();
  const { state, record, lines, askedName, decidedName, decidedAt } = removal;
  const people = { asked: askedName ?? '', agreed: decidedName ?? '' };
  const words =
    state === 'done'
      ? say('auditLog.removed', { ...people, record: record ?? '', count: lines ?? 0 })
      : say('auditLog.removing', people);
  return (
    <li>
      {words} {decidedAt ? <small>{formatMoment(decidedAt, language)}</small> : null}
    </li>
  );
};

/** What two people remove together; no clock ever does. */
export const RemovalCard = ({ panel, onDone }: Props) => {
  const { say } = useWords();
  return (
    <section aria-labelledby="removal-heading" className="bt-card" id="removal">
      <h2 id="removal-heading">{say('auditLog.removal')}</h2>
      <p>{say('auditLog.removalExplain')}</p>
      {panel.seesAll ? null : <p>{say('auditLog.removalNotYou')}</p>}
      {panel.may.ask ? <Ask onDone={onDone} panel={panel} /> : null}
      {panel.request ? <Waiting onDone={onDone} panel={panel} request={panel.request} /> : null}
      {panel.agreed.length > 0 ? (
        <ul>
          {panel.agreed.map((removal) => (
            <Agreed key={removal.id} removal={removal} />
          ))}
        </ul>
      ) : null}
    </section>
  );
};
