'use client';
import { useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { LanguageTag } from '../shell/language-tag.tsx';
import { Moment } from '../shell/moment.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import type { Case } from './use-cases.ts';

type Act = 'let-go' | 'keep-in';

/** The passage as it would be read, with what was found in it. */
const Found = ({ one }: { one: Case }) => (
  <blockquote className="bt-secrecy__passage" lang={one.locale ?? undefined}>
    {one.pieces.map(({ text, certainty }, index) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text stand in their order
      certainty === null ? <span key={index}>{text}</span> : <mark key={index}>{text}</mark>,
    )}
  </blockquote>
);

const Decided = ({ one }: { one: Case }) => {
  const { say } = useWords();
  if (one.state !== 'stays') return null;
  return (
    <p className="bt-secrecy__decided">
      {say('secrecy.kept', { name: one.decidedName ?? '' })} {one.decidedAt ? <Moment at={one.decidedAt} /> : null}{' '}
      <q>{one.reason}</q>
    </p>
  );
};

interface Props {
  one: Case;
  onDone: (act: Act) => void;
}

/** One passage, and the two answers: these very words may go, or they stay. */
export const CaseCard = ({ one, onDone }: Props) => {
  const { say, sayIn, language } = useWords();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState<Act | null>(null);
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null);
  const act = async (what: Act) => {
    setBusy(what);
    const json = { reason: reason.trim(), seen: one.state };
    const answer = await studioFetch(`/api/secrecy/cases/${one.id}/${what}`, language, { method: 'POST', json });
    setBusy(null);
    if (answer.ok) onDone(what);
    else setRefusal(answer);
  };
  const field = `secrecy-${one.id}`;
  const off = reason.trim() === '';
  return (
    <li className={`bt-card bt-secrecy__case bt-secrecy__case--${one.state}`}>
      <h2>
        <a href={`/admin/collections/${one.collection}/${one.document}`}>{one.title || say('desk.untitled')}</a>
      </h2>
      <p className="bt-secrecy__facts">
        <span>{say(`secrecy.field.${one.field === 'filename' || one.field === 'file' ? one.field : 'text'}`)}</span>
        {one.locale ? <LanguageTag tag={one.locale} /> : null}
        <Moment at={one.foundAt} />
      </p>
      <Found one={one} />
      <Decided one={one} />
      <label htmlFor={field}>{say('secrecy.reason')}</label>
      <textarea id={field} onChange={({ target }) => setReason(target.value)} rows={2} value={reason} />
      {refusal ? <RefusalList collection={one.collection} refusal={refusal} /> : null}
      <p className="bt-secrecy__acts">
        <ActionButton busy={busy === 'let-go'} disabled={off} kind="primary" onClick={() => void act('let-go')}>
          {sayIn('studio:secrecy.letGo')}
        </ActionButton>
        {one.state === 'waiting' ? (
          <ActionButton busy={busy === 'keep-in'} disabled={off} onClick={() => void act('keep-in')}>
            {say('secrecy.keepIn')}
          </ActionButton>
        ) : null}
      </p>
    </li>
  );
};
