'use client';
import { useWords } from '../words/use-words.ts';

/** What somebody says of a publication of the original; null: it is no correction. */
export interface Correction {
  note: string;
}

interface Props {
  value: Correction | null;
  onChange: (value: Correction | null) => void;
}

/** Asks whether a publication of the original corrects an error, and what was wrong. */
export const CorrectionFields = ({ value, onChange }: Props) => {
  const { sayIn } = useWords();
  return (
    <fieldset className="bt-options">
      <label>
        <input
          checked={value !== null}
          id="publish-correction"
          onChange={(event) => onChange(event.target.checked ? { note: '' } : null)}
          type="checkbox"
        />{' '}
        {sayIn('translation:correction.label')}
      </label>
      <small>{sayIn('translation:correction.hint')}</small>
      {value ? (
        <label className="bt-field" htmlFor="publish-correction-note">
          <span>{sayIn('translation:correction.note')}</span>
          <textarea
            id="publish-correction-note"
            maxLength={4000}
            onChange={(event) => onChange({ note: event.target.value })}
            rows={2}
            value={value.note}
          />
        </label>
      ) : null}
    </fieldset>
  );
};
