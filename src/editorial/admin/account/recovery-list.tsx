'use client';
import { ActionButton } from '../shell/action-button.tsx';
import { useWords } from '../words/use-words.ts';

/** Recovery codes, the one time that they are shown. */
export const RecoveryList = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const { sayIn } = useWords();
  return (
    <div className="bt-codes" id="recovery-codes">
      <h4>{sayIn('account:codes.title')}</h4>
      <p>{sayIn('account:codes.keep')}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ActionButton id="codes-kept" kind="primary" onClick={onKept}>
        {sayIn('account:codes.kept')}
      </ActionButton>
    </div>
  );
};
