'use client';
import { Gutter, SetStepNav, useAuth } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { LeaveGuard } from '../shell/leave-guard.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { formatMoment } from '../words/format-time.ts';
import { useFieldName } from '../words/use-field-name.ts';
import { useWords } from '../words/use-words.ts';
import { BatchFields, emptyBatch } from './batch-fields.tsx';
import { DropArea } from './drop-area.tsx';
import { FileRows } from './file-rows.tsx';
import { Overall } from './overall.tsx';
import { EarlierBatches, Results } from './results.tsx';
import { type Bringing, useBringing } from './use-bringing.ts';

/** Milliseconds after which a session in use is renewed, as long as files are on their way. */
const renewal = 10 * 60 * 1000;

const useLastingSession = (isBusy: boolean): void => {
  const { refreshCookie } = useAuth();
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(() => refreshCookie(true), renewal);
    return () => clearInterval(timer);
  }, [isBusy, refreshCookie]);
};

/** A batch that an earlier page left unfinished: goes on by itself where the browser knows the folder, else asks for it. */
const Unfinished = ({
  kept,
  onGoOn,
  onForget,
}: {
  kept: NonNullable<Bringing['kept']>;
  onGoOn: () => void;
  onForget: () => void;
}) => {
  const { say, language } = useWords();
  const missing = kept.files.filter(({ fates }) => fates === null).length;
  const isFound = kept.batch.handles.length > 0;
  return (
    <div className="bt-bring__kept" id="bring-kept" role="status">
      <p>
        <b>{say('bring.kept', { count: missing, moment: formatMoment(kept.batch.at, language) })}</b>{' '}
        {say(isFound ? 'bring.keptGoOn' : 'bring.keptDrop')}
      </p>
      <div className="bt-bring__ways">
        {isFound ? (
          <ActionButton id="bring-resume" kind="primary" onClick={onGoOn}>
            {say('bring.goOn')}
          </ActionButton>
        ) : null}
        <ActionButton id="bring-forget" kind="link" onClick={onForget}>
          {say('bring.keptForget')}
        </ActionButton>
      </div>
    </div>
  );
};

/** The session has ended: what has arrived is there, and the rest goes on when the person has signed in elsewhere. */
const SignedOut = ({ onGoOn }: { onGoOn: () => void }) => {
  const { say } = useWords();
  return (
    <div className="bt-refusal" id="bring-signed-out" role="alert">
      <p>{say('bring.signedOut')}</p>
      <div className="bt-bring__ways">
        <a className="bt-button bt-button--plain" href="/admin/login" rel="noreferrer" target="_blank">
          {say('bring.signIn')}
        </a>
        <ActionButton id="bring-signed-in" kind="primary" onClick={onGoOn}>
          {say('bring.signedIn')}
        </ActionButton>
      </div>
    </div>
  );
};

/** Brings a folder, many pictures or a ZIP into the archive. */
export const BringPage = ({ owner }: { owner: string }) => {
  const { say } = useWords();
  const nameOf = useFieldName(undefined);
  const [draft, setDraft] = useState(emptyBatch);
  const bringing = useBringing(owner);
  const { queue, snapshot, batch, kept, refusal, isUnread, isOver } = bringing;
  const isBusy = snapshot.items.length > 0 && !isOver;
  useLastingSession(isBusy);
  const isBegun = batch !== null || kept !== null;
  return (
    <Gutter className="bt-upload bt-bring">
      <SetStepNav
        nav={[{ label: nameOf('images.plural'), url: '/admin/collections/images' }, { label: say('bring.title') }]}
      />
      <LeaveGuard unsaved={isBusy} words={say('bring.leave')} />
      <header className="bt-upload__head">
        <div>
          <h1>{say('bring.title')}</h1>
          <p>{say('bring.hint')}</p>
        </div>
        {isOver ? (
          <ActionButton id="bring-again" onClick={bringing.again}>
            {say('bring.again')}
          </ActionButton>
        ) : null}
      </header>
      {refusal ? <RefusalList collection="images" refusal={refusal} /> : null}
      {isUnread ? (
        <p className="bt-refusal" role="alert">
          {say('bring.unread')}
        </p>
      ) : null}
      {snapshot.isSignedOut ? <SignedOut onGoOn={queue.goOn} /> : null}
      {kept ? (
        <Unfinished kept={kept} onForget={() => void bringing.forget()} onGoOn={() => void bringing.resume(draft)} />
      ) : null}
      {isBegun ? null : <BatchFields draft={draft} onChange={setDraft} />}
      {isOver ? null : (
        <DropArea
          onGiven={(given) => void bringing.give(given, draft)}
          words={say(kept ? 'bring.dropAgain' : 'bring.drop')}
        />
      )}
      {snapshot.items.length > 0 ? (
        <>
          <Overall queue={queue} snapshot={snapshot} />
          <FileRows items={snapshot.items} queue={queue} />
        </>
      ) : null}
      {isOver && batch ? <Results batch={batch} /> : null}
      <EarlierBatches but={batch} />
    </Gutter>
  );
};
