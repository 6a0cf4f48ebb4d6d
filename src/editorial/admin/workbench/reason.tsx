'use client';
import { useWords } from '../words/use-words.ts';

const reasonId = 'workbench-reason';

/** Why something is meant to be as it is. */
export const Reason = ({ reason, onReason }: { reason: string; onReason: (reason: string) => void }) => {
  const { sayIn } = useWords();
  return (
    <p>
      <label htmlFor={reasonId}>{sayIn('workbench:reason')}</label>
      <textarea
        id={reasonId}
        maxLength={1000}
        onChange={(event) => onReason(event.target.value)}
        rows={3}
        value={reason}
      />
    </p>
  );
};
