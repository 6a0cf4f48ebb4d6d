'use client';
import { useState } from 'react';
import { ReasonField } from '../grants/reason-field.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { useSending } from './use-copies.ts';

/** What is written into the register with words beside it. */
export type CopyAct = 'move-copy' | 'return-copy' | 'destroy-copy';

const titles: Record<CopyAct, string> = {
  'move-copy': 'copies.moveTitle',
  'return-copy': 'copies.giveBackTitle',
  'destroy-copy': 'copies.destroyTitle',
};

interface Props {
  act: CopyAct;
  number: number;
  onClose: () => void;
  onDone: () => void;
}

/** Where a copy is now, or how it was destroyed. */
export const CopyActDialog = ({ act, number, onClose, onDone }: Props) => {
  const { say } = useWords();
  const [words, setWords] = useState('');
  const { busy, refusal, send } = useSending();
  const isEnd = act === 'destroy-copy';
  const submit = async () => {
    const json = isEnd ? { how: words.trim() } : { place: words.trim() };
    if (await send(`/api/copy-register/${number}/${act}`, json)) onDone();
  };
  const buttons = (
    <>
      <ActionButton onClick={onClose}>{say('action.cancel')}</ActionButton>
      <ActionButton busy={busy} disabled={words.trim() === ''} id="copy-write-now" kind="primary">
        {say('copies.writeNow')}
      </ActionButton>
    </>
  );
  return (
    <Dialog footer={buttons} onClose={onClose} onSubmit={() => void submit()} title={say(titles[act], { number })}>
      <ReasonField
        {...(isEnd ? { hint: 'copies.destroyHint' } : {})}
        id="copy-act-words"
        label={isEnd ? 'copies.column.how' : 'copies.column.place'}
        onChange={setWords}
        reason={words}
      />
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
    </Dialog>
  );
};
