'use client';
import { ActionButton } from '../shell/action-button.tsx';
import { Dialog } from '../shell/dialog.tsx';
import { useWords } from '../words/use-words.ts';

const keys = [
  ['← → j k', 'move'],
  ['↑ ↓', 'row'],
  ['x ␣', 'toggle'],
  ['⇧', 'range'],
  ['Ctrl A', 'all'],
  ['u', 'undo'],
  ['Esc', 'none'],
  ['1 2 3', 'level'],
  ['⏎', 'decide'],
  ['o', 'open'],
  ['?', 'help'],
] as const;

/** What the keys do. */
export const HelpDialog = ({ onClose }: { onClose: () => void }) => {
  const { say } = useWords();
  return (
    <Dialog
      footer={<ActionButton onClick={onClose}>{say('queue.close')}</ActionButton>}
      onClose={onClose}
      onSubmit={onClose}
      title={say('queue.help')}
    >
      <dl className="bt-queue__keys">
        {keys.map(([key, name]) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(`queue.key.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
