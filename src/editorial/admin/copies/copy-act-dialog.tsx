'use client';
import { useState } from 'react';
import { ReasonField } from '../grants/reason-field.tsx';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { useHolders, useSending } from './use-copies.ts';

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

/** Who holds the copy from now on: colleagues who are cleared for it, asked for when somebody wants to write it down. */
const HolderField = ({
  number,
  holder,
  onChange,
}: {
  number: number;
  holder: string;
  onChange: (id: string) => void;
}) => {
  const { say } = useWords();
  const holders = useHolders(number);
  return (
    <label className="bt-field" htmlFor="copy-holder">
      <span>{say('copies.column.holder')}</span>
      <select id="copy-holder" onChange={({ target }) => onChange(target.value)} value={holder}>
        <option value="">{say('copies.holderSame')}</option>
        {holders.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

/** Where a copy is now and who has it, or how it was destroyed. */
export const CopyActDialog = ({ act, number, onClose, onDone }: Props) => {
  const { say } = useWords();
  const [words, setWords] = useState('');
  const [holder, setHolder] = useState('');
  const { busy, refusal, send } = useSending();
  const isEnd = act === 'destroy-copy';
  const submit = async () => {
    const place = { place: words.trim(), ...(holder && { holder }) };
    const json = isEnd ? { how: words.trim() } : place;
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
      {act === 'move-copy' ? <HolderField holder={holder} number={number} onChange={setHolder} /> : null}
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
