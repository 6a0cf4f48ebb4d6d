'use client';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import type { OnePair } from './pair-answer.ts';

interface Props {
  state: OnePair['state'];
  /** Which act is under way. */
  busy: string | null;
  onDifferent: () => void;
  onMerge: () => void;
  onUndo: () => void;
}

/** What can be decided about a pair, and what that does. */
export const PairActs = ({ state, busy, onDifferent, onMerge, onUndo }: Props) => {
  const { say } = useWords();
  return (
    <footer className="bt-pairs__acts">
      {state === 'merged' ? (
        <ActionButton busy={busy === 'undo'} kind="primary" onClick={onUndo}>
          {say('pairs.undo')}
        </ActionButton>
      ) : (
        <>
          <ActionButton busy={busy === 'different'} onClick={onDifferent}>
            {say('pairs.different')}
          </ActionButton>
          <ActionButton busy={busy === 'merge'} kind="primary" onClick={onMerge}>
            {say('pairs.merge')}
          </ActionButton>
        </>
      )}
      <p className="bt-pairs__hint">{say(state === 'merged' ? 'pairs.undoHint' : 'pairs.mergeHint')}</p>
    </footer>
  );
};
