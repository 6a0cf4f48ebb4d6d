'use client';
import type { ToldPermission } from '../../copies/copy-panel.ts';
import { ActionButton } from '../shell/action-button.tsx';
import { RefusalList } from '../shell/refusal-list.tsx';
import { useWords } from '../words/use-words.ts';
import { AskedCopy } from './asked-copy.tsx';
import type { Sheet } from './sheet-dialog.tsx';
import { takeFile } from './take-file.ts';
import { useSending } from './use-copies.ts';

interface Props {
  marking: string;
  permission: ToldPermission;
  /** Whether there are bytes to take along. */
  hasFile: boolean;
  onAnswer: () => void;
  onSheet: (sheet: Sheet) => void;
  /** @param words key of what to tell, if anything */
  onDone: (words?: string) => void;
}

/** One request or permission, and what the person can do with it. */
export const PermissionPart = ({ marking, permission, hasFile, onAnswer, onSheet, onDone }: Props) => {
  const { say, language } = useWords();
  const { busy, refusal, setRefusal, send } = useSending();
  const { id, may } = permission;
  const path = (act: string) => `/api/markings/${marking}/${act}`;
  const print = async () => {
    const answer = await send(path('make-copy'), { permission: id, form: 'print' });
    if (answer) onSheet(answer.body as Sheet);
  };
  const file = async () => {
    const refused = await takeFile(path('make-copy'), language, { permission: id, form: 'file' });
    setRefusal(refused);
    if (!refused) onDone();
  };
  const withdraw = async () => {
    if (await send(path('withdraw-copy'), { permission: id })) onDone('copies.withdrawn');
  };
  return (
    <li>
      <AskedCopy permission={permission} />
      {refusal ? <RefusalList collection="markings" refusal={refusal} /> : null}
      <p className="bt-copies__acts">
        {may.grant ? (
          <ActionButton kind="primary" onClick={onAnswer}>
            {say('copies.answer')}
          </ActionButton>
        ) : null}
        {may.make ? (
          <ActionButton busy={busy} kind="primary" onClick={() => void print()}>
            {say('copies.print')}
          </ActionButton>
        ) : null}
        {may.make && hasFile ? <ActionButton onClick={() => void file()}>{say('copies.file')}</ActionButton> : null}
        {may.withdraw ? <ActionButton onClick={() => void withdraw()}>{say('copies.withdraw')}</ActionButton> : null}
      </p>
    </li>
  );
};
