'use client';
import { toast, useDocumentInfo } from '@payloadcms/ui';
import { useState } from 'react';
import type { DeletionAnswer } from '../../endpoints/deletion-endpoints.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { formatMoment } from '../words/format-time.ts';
import { useWords } from '../words/use-words.ts';
import { type DeletionAct, DeletionDialog } from './deletion-dialog.tsx';
import { useDeletion } from './use-deletion.ts';

/** What stands: who wants it deleted and from when that can be confirmed, and what keeps it. */
const Standing = ({ request, hold }: Pick<DeletionAnswer, 'request' | 'hold'>) => {
  const { say, language } = useWords();
  const somebody = say('deletion.somebody');
  return (
    <>
      {hold ? (
        <div id="deletion-held">
          <p>{say('deletion.held', { name: hold.setName ?? somebody, time: formatMoment(hold.setAt, language) })}</p>
          <q>{hold.reason}</q>
        </div>
      ) : null}
      {request ? (
        <div id="deletion-asked">
          <p>
            {say('deletion.asked', {
              name: request.askedName ?? somebody,
              time: formatMoment(request.askedAt, language),
            })}
          </p>
          <q>{request.reason}</q>
          <p className="bt-panel__hint">{say('deletion.due', { time: formatMoment(request.dueAt, language) })}</p>
        </div>
      ) : null}
    </>
  );
};

/** What the person can do now, in the order of the buttons. A hold is said to stand in the way before anybody tries. */
const actsFor = ({ may, hold, request }: DeletionAnswer): [act: DeletionAct, isOff: boolean][] => {
  const isDue = request !== null && Date.parse(request.dueAt) <= Date.now();
  return [
    ...(may.confirm ? [['confirm', !isDue || hold !== null] as [DeletionAct, boolean]] : []),
    ...(may.withdraw ? [['withdraw', false] as [DeletionAct, boolean]] : []),
    ...(may.ask ? [['ask', false] as [DeletionAct, boolean]] : []),
    ...(may.hold ? [[hold ? 'lift' : 'hold', false] as [DeletionAct, boolean]] : []),
  ];
};

/** Deleting a picture in two steps, and the legal hold that stops it. */
export const DeletionPanel = () => {
  const { say } = useWords();
  const { id } = useDocumentInfo();
  const picture = id === undefined ? undefined : String(id);
  const [state, reload] = useDeletion(picture);
  const [act, setAct] = useState<DeletionAct | null>(null);
  if (picture === undefined || state === null) return null;
  const acts = actsFor(state);
  if (acts.length === 0 && !state.request && !state.hold) return null;
  const done = () => {
    setAct(null);
    if (act !== 'confirm') return void reload();
    toast.success(say('deletion.gone'));
    window.location.assign('/admin/collections/images');
  };
  return (
    <section className="bt-release bt-deletion" id="deletion-panel">
      <Standing hold={state.hold} request={state.request} />
      {acts.map(([name, isOff]) => (
        <ActionButton disabled={isOff} id={`deletion-${name}`} key={name} kind="plain" onClick={() => setAct(name)}>
          {say(`deletion.${name}`)}
        </ActionButton>
      ))}
      {act ? (
        <DeletionDialog
          act={act}
          days={state.days}
          id={picture}
          onClose={() => setAct(null)}
          onDone={done}
          request={state.request?.id}
        />
      ) : null}
    </section>
  );
};
