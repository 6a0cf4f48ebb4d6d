'use client';
import { useWords } from '../words/use-words.ts';

interface Props {
  id: string;
  label: string;
  hint?: string;
  reason: string;
  onChange: (reason: string) => void;
}

/** Why somebody does what they do. */
export const ReasonField = ({ id, label, hint, reason, onChange }: Props) => {
  const { say } = useWords();
  return (
    <label className="bt-field" htmlFor={id}>
      <span>{say(label)}</span>
      <textarea id={id} maxLength={2000} onChange={(event) => onChange(event.target.value)} rows={2} value={reason} />
      {hint ? <small>{say(hint)}</small> : null}
    </label>
  );
};
