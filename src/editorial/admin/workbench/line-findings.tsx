'use client';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';
import type { Line } from './answers.ts';
import { FindingWords } from './finding-words.tsx';
import type { WorkbenchHand } from './use-workbench.ts';

/** What the checks say of a line, as they arise; each can be called right as it is, with a reason. */
export const LineFindings = ({ line, hand }: { line: Line; hand: WorkbenchHand }) => {
  const { sayIn } = useWords();
  if (line.findings.length === 0) return null;
  return (
    <ul aria-label={sayIn('workbench:findings')} className="bt-findings">
      {line.findings.map((finding) => (
        <li className={finding.fine ? 'bt-findings__fine' : ''} key={finding.key}>
          <FindingWords finding={finding} />{' '}
          {finding.fine ? (
            <small>{sayIn('workbench:calledFine')}</small>
          ) : (
            <ActionButton kind="link" onClick={() => hand.askFine(line, finding)}>
              {sayIn('workbench:do.fine')}
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  );
};
