'use client';
import { useWords } from '../words/use-words.ts';

/** What a security officer says when raising or proposing to lower: which level, for whom, on what ground. */
export interface Raise {
  level: string;
  compartments: ReadonlySet<string>;
  basis: string;
}

interface Props {
  raise: Raise;
  /** Levels above the present one, or below it. */
  levels: readonly string[];
  /** Compartments that the officer may set. */
  choices: readonly string[];
  onChange: (raise: Raise) => void;
}

const Compartments = ({ raise, choices, onChange }: Omit<Props, 'levels'>) => {
  const { say } = useWords();
  const toggle = (name: string) => {
    const compartments = new Set(raise.compartments);
    if (!compartments.delete(name)) compartments.add(name);
    onChange({ ...raise, compartments });
  };
  return (
    <fieldset className="bt-options">
      <legend>{say('marking.compartments')}</legend>
      {choices.map((name) => (
        <label key={name}>
          <input checked={raise.compartments.has(name)} onChange={() => toggle(name)} type="checkbox" /> {name}
        </label>
      ))}
    </fieldset>
  );
};

/** The fields of the form that raises a level or proposes a lower one. */
export const RaiseForm = ({ raise, levels, choices, onChange }: Props) => {
  const { say } = useWords();
  return (
    <>
      <label className="bt-field" htmlFor="raise-level">
        <span>{say('marking.level')}</span>
        <select
          id="raise-level"
          onChange={(event) => onChange({ ...raise, level: event.target.value })}
          value={raise.level}
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {say(`level.${level}`)}
            </option>
          ))}
        </select>
      </label>
      {choices.length > 0 ? <Compartments choices={choices} onChange={onChange} raise={raise} /> : null}
      <label className="bt-field" htmlFor="raise-basis">
        <span>{say('marking.basis')}</span>
        <textarea
          id="raise-basis"
          maxLength={2000}
          onChange={(event) => onChange({ ...raise, basis: event.target.value })}
          rows={3}
          value={raise.basis}
        />
        <small>{say('marking.basisHint')}</small>
      </label>
    </>
  );
};
