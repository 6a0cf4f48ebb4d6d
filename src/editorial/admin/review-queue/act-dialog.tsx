'use client';
import type { ReactNode } from 'react';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { ActProgress } from './act-progress.tsx';
import type { QueuePicture } from './answers.ts';
import type { ActState, useAct } from './use-act.ts';

interface Props {
  readonly title: string;
  readonly pictures: readonly QueuePicture[];
  readonly act: ReturnType<typeof useAct>;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** Buttons that act, the last one by Enter too. */
  readonly buttons: ReactNode;
  readonly onSubmit: () => void;
  /** @param state how far the act was when the person closed it */
  readonly onClose: (state: ActState) => void;
  readonly children: ReactNode;
}

/** A dialog about many pictures: what is said of them, then how far it is, then what was left as it was. */
export const ActDialog = (props: Props) => {
  const { title, pictures, act, reason, onReason, buttons, onSubmit, children } = props;
  const { say } = useWords();
  const { running, decided, refusal, broken } = act.state;
  const onClose = () => props.onClose(act.state);
  const isBegun = running || broken || decided.length > 0;
  const footer = isBegun ? (
    <ActionButton id="queue-close" onClick={running ? act.stop : onClose}>
      {say(running ? 'queue.stop' : 'queue.close')}
    </ActionButton>
  ) : (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      {buttons}
    </>
  );
  return (
    <Dialog footer={footer} onClose={onClose} onSubmit={isBegun ? () => undefined : onSubmit} title={title} wide>
      {isBegun ? (
        <ActProgress pictures={pictures} state={act.state} />
      ) : (
        <>
          {children}
          <label className="bt-field" htmlFor="queue-reason">
            <span>{say('queue.reason')}</span>
            <textarea
              id="queue-reason"
              maxLength={2000}
              onChange={({ target }) => onReason(target.value)}
              rows={2}
              value={reason}
            />
            <small>{say('queue.reasonHint')}</small>
          </label>
          {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
        </>
      )}
    </Dialog>
  );
};
