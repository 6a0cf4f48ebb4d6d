'use client';
import { useState } from 'react';
import { HeardPanel } from '../picture/heard-panel.tsx';
import { useAnswer } from '../picture/use-answer.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { Moment } from '../shell/moment.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { type Answer, studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { type OwnSession, sessionsAnswer } from './answers.ts';
import { browserName } from './browser-name.ts';

type Refusal = Extract<Answer, { ok: false }>;

interface RowProps {
  session: OwnSession;
  busy: boolean;
  onEnd: () => void;
}

const SessionRow = ({ session, busy, onEnd }: RowProps) => {
  const { sayIn } = useWords();
  const browser = browserName(session.agent) || sayIn('account:session.unknown');
  return (
    <tr>
      <th scope="row">
        {browser}
        {session.network === '' ? null : <small>{session.network}</small>}
      </th>
      <td>
        <Moment at={session.at} />
      </td>
      <td>
        {session.isCurrent ? (
          <span className="bt-own-session">
            <span className="bt-chip">{sayIn('account:session.current')}</span>
            <a className="bt-button bt-button--plain" href="/admin/logout">
              {sayIn('account:session.leave')}
            </a>
          </span>
        ) : (
          <ActionButton busy={busy} label={sayIn('account:session.endOf', { browser })} onClick={onEnd}>
            {sayIn('account:session.end')}
          </ActionButton>
        )}
      </td>
    </tr>
  );
};

interface TableProps {
  sessions: readonly OwnSession[];
  busy: boolean;
  onEnd: (id: string) => void;
}

const SessionTable = ({ sessions, busy, onEnd }: TableProps) => {
  const { sayIn } = useWords();
  return (
    <table className="bt-facts">
      <thead>
        <tr>
          <th scope="col">{sayIn('account:session.browser')}</th>
          <th scope="col">{sayIn('account:session.since')}</th>
          <th scope="col">{sayIn('account:session.act')}</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <SessionRow busy={busy} key={session.id} onEnd={() => onEnd(session.id)} session={session} />
        ))}
      </tbody>
    </table>
  );
};

/** Where this person is signed in, and the buttons that end it. */
export const OwnSessions = () => {
  const { sayIn, language } = useWords();
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const heard = useAnswer(`/api/account/sessions#${round}`, sessionsAnswer);
  const act = async (path: string, method: 'POST' | 'DELETE') => {
    setBusy(true);
    const answer = await studioFetch(path, language, { method });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    setRound(round + 1);
  };
  return (
    <section aria-label={sayIn('account:sessions')} className="bt-panel" id="own-sessions">
      <h3>{sayIn('account:sessions')}</h3>
      <p className="bt-panel__hint">{sayIn('account:sessions.hint')}</p>
      <HeardPanel heard={heard}>
        {({ sessions }) => (
          <>
            <SessionTable
              busy={busy}
              onEnd={(id) => void act(`/api/account/sessions/${id}`, 'DELETE')}
              sessions={sessions}
            />
            {sessions.length > 1 ? (
              <div className="bt-panel__actions">
                <ActionButton
                  busy={busy}
                  id="end-other-sessions"
                  onClick={() => void act('/api/account/sessions/end-others', 'POST')}
                >
                  {sayIn('account:sessions.endOthers')}
                </ActionButton>
              </div>
            ) : null}
          </>
        )}
      </HeardPanel>
      {refusal ? <RefusalList refusal={refusal} /> : null}
    </section>
  );
};
