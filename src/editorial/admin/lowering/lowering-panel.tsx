'use client';
import { toast } from '@payloadcms/ui';
import { useState } from 'react';
import type { LoweringAnswer } from '../../endpoints/lowering-endpoints.ts';
import type { Marking } from '../marking/use-level.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { formatMoment } from '../words/format-time.ts';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { AgreeDialog } from './agree-dialog.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { useLowering } from './use-lowering.ts';

/** Who proposed what, why, and until when somebody can agree. */
const Standing = ({ request }: { request: NonNullable<LoweringAnswer['request']> }) => {
  const { say, language } = useWords();
  const name = request.askedName ?? say('deletion.somebody');
  const to = [say(`level.${request.level}`), ...request.compartments].join(' · ');
  return (
    <div id="lowering-asked">
      <p>{say('lowering.asked', { name, to, time: formatMoment(request.askedAt, language) })}</p>
      <q>{request.reason}</q>{' '}
      <small>{say('lowering.lapses', { time: formatMoment(request.lapsesAt, language) })}</small>
    </div>
  );
};

/** Takes back what waits, if it is still there. */
const TakeBack = ({ path, request, tell }: { path: string; request: unknown; tell: (words: string) => void }) => {
  const { say, language } = useWords();
  const takeBack = async () => {
    const answer = await studioFetch(path, language, { method: 'POST', json: { request } });
    if (answer.ok) tell('lowering.takenBack');
    else toast.error(answer.detail || say('error.unknown'));
  };
  return (
    <ActionButton id="lowering-take-back" onClick={() => void takeBack()}>
      {say('lowering.takeBack')}
    </ActionButton>
  );
};

interface Props {
  marking: Marking;
  onLowered: () => void;
}

/** Marking something lower, by two people: what waits, and what the person can do about it. */
export const LoweringPanel = ({ marking, onLowered }: Props) => {
  const { say } = useWords();
  const [state, reload] = useLowering(marking.id);
  const [open, setOpen] = useState<'propose' | 'agree' | null>(null);
  if (state === null) return null;
  const { request, may } = state;
  const tell = (words: string) => {
    toast.success(say(words));
    void reload();
  };
  const done = (words: string) => {
    setOpen(null);
    tell(words);
  };
  return (
    <div className="bt-marking__lowering" id="lowering-panel">
      {request ? <Standing request={request} /> : null}
      {may.ask ? (
        <ActionButton id="lowering-propose" onClick={() => setOpen('propose')}>
          {say('lowering.propose')}
        </ActionButton>
      ) : null}
      {may.agree ? (
        <ActionButton id="lowering-agree" kind="primary" onClick={() => setOpen('agree')}>
          {say('lowering.agree')}
        </ActionButton>
      ) : null}
      {may.takeBack ? (
        <TakeBack path={`/api/markings/${marking.id}/lowering/take-back`} request={request?.id} tell={tell} />
      ) : null}
      {open === 'propose' ? (
        <ProposeDialog
          marking={marking}
          onClose={() => setOpen(null)}
          onDone={() => done('lowering.proposed')}
          state={state}
        />
      ) : null}
      {open === 'agree' && request ? (
        <AgreeDialog
          marking={marking.id}
          onClose={() => setOpen(null)}
          onDone={(outcome) => {
            done(`lowering.${outcome}`);
            if (outcome === 'agreed') onLowered();
          }}
          request={request}
        />
      ) : null}
    </div>
  );
};
