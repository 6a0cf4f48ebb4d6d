'use client';
import { useCallback, useState } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { ActDialog } from './act-dialog.tsx';
import type { Hint, QueuePicture } from './answers.ts';
import { lowerReady } from './lower-ready.ts';
import { SeenPictures } from './seen-pictures.tsx';
import { type ActState, useAct } from './use-act.ts';
import type { FileState } from './use-file-hints.ts';
import { useOpenings } from './use-openings.ts';

interface Props {
  readonly pictures: readonly QueuePicture[];
  /** `propose`: the first of two people; `answer`: the second. */
  readonly part: 'propose' | 'answer';
  readonly days: number;
  readonly hintsOf: (picture: QueuePicture) => readonly Hint[];
  /** What files say is part of what one decides upon. */
  readonly fileOf: (picture: QueuePicture) => FileState;
  readonly onClose: (state: ActState) => void;
}

/** Marking pictures lower takes two people; each is shown every one of them, and acts only then. */
export const LowerMany = ({ pictures, part, days, hintsOf, fileOf, onClose }: Props) => {
  const { say } = useWords();
  const act = useAct();
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const onSeen = useCallback((marking: string) => setSeen((before) => new Set(before).add(marking)), []);
  const asked = useOpenings(pictures.map(({ marking }) => marking));
  const { acting, isReady } = lowerReady(pictures, { ...asked, seen, fileOf });
  const said = reason.trim();
  const items = acting.map(({ marking, request }) => ({
    ...{ marking, fingerprint: asked.openings[marking]?.fingerprint },
    ...(request && { request: request.id }),
  }));
  const send = (what: 'propose' | 'agree' | 'refuse'): void => {
    const json = {
      propose: { items, level: 'internal', reason: said },
      agree: { items, reason: said },
      refuse: { items: items.map(({ marking, request }) => ({ marking, request })), reason: said },
    };
    void act.send(what, json[what]);
  };
  const last = part === 'propose' ? 'propose' : 'agree';
  const buttons = (
    <>
      {part === 'answer' ? (
        <ActionButton disabled={said === '' || acting.length === 0} id="queue-refuse" onClick={() => send('refuse')}>
          {say('queue.refuseNow', { number: acting.length })}
        </ActionButton>
      ) : null}
      <ActionButton disabled={!isReady || (part === 'propose' && said === '')} id="queue-act" kind="danger">
        {say(`queue.${last}Now`, { number: acting.length })}
      </ActionButton>
    </>
  );
  return (
    <ActDialog
      {...{ act, buttons, onClose, reason }}
      onReason={setReason}
      onSubmit={() => send(last)}
      pictures={acting}
      title={say(`queue.${part}Title`)}
    >
      <p>{say(`queue.${part}Explain`, { days })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within reach of the keys */}
      <section aria-label={say('queue.opens')} className="bt-queue__opens" id="queue-opens" tabIndex={0}>
        <SeenPictures {...{ asked, fileOf, hintsOf, onSeen, pictures }} />
      </section>
      <p aria-live="polite">{say('queue.seen', { seen: seen.size, all: acting.length })}</p>
      {asked.refusal ? <RefusalList collection="markings" refusal={asked.refusal} /> : null}
    </ActDialog>
  );
};
