'use client';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import type { Line } from './answers.ts';
import { keyNames } from './keys.ts';
import type { WorkbenchHand } from './use-workbench.ts';

/** What stands in a text, where a paragraph can stand behind it. */
const inText = new Set(['paragraph', 'heading', 'quote', 'list-item', 'table-cell', 'table-header']);

/** What can be done with a line. No button stands there that would be refused. */
export const LineActs = ({ line, hand }: { line: Line; hand: WorkbenchHand }) => {
  const { sayIn } = useWords();
  const { may } = hand.sheet;
  const isWritten = line.target !== null && line.source !== null;
  const mayReview = may.review && isWritten && line.state === 'translated' && !line.isOwn;
  return (
    <div className="bt-line__acts">
      {may.translate ? (
        <>
          <ActionButton busy={hand.isBusy} kind="primary" onClick={hand.confirm} title={keyNames.confirm}>
            {sayIn('workbench:do.confirm')}
          </ActionButton>
          {line.source ? (
            <ActionButton onClick={hand.copySource} title={keyNames.copy}>
              {sayIn('workbench:do.copy')}
            </ActionButton>
          ) : null}
          {line.state === 'outdated' ? (
            <ActionButton onClick={hand.keep} title={keyNames.keep}>
              {sayIn('workbench:do.keep')}
            </ActionButton>
          ) : null}
          {line.apart ? (
            <ActionButton kind="link" onClick={() => hand.together(line)}>
              {sayIn('workbench:do.together')}
            </ActionButton>
          ) : (
            <ActionButton kind="link" onClick={() => hand.askApart(line)}>
              {sayIn('workbench:do.apart')}
            </ActionButton>
          )}
          {line.target && inText.has(line.role) ? (
            <ActionButton kind="link" onClick={() => hand.askBeside(line)}>
              {sayIn('workbench:do.beside')}
            </ActionButton>
          ) : null}
        </>
      ) : null}
      {mayReview ? (
        <ActionButton busy={hand.isBusy} kind={may.translate ? 'plain' : 'primary'} onClick={() => hand.review(line)}>
          {sayIn('workbench:do.review')}
        </ActionButton>
      ) : null}
    </div>
  );
};
