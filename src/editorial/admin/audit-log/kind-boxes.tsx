'use client';
import { useWords } from '../words/use-words.ts';

interface Props {
  /** Of the ids of the boxes. */
  name: string;
  legend: string;
  kinds: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Kinds of lines, of which somebody chooses some. */
export const KindBoxes = ({ name, legend, kinds, chosen, onChange }: Props) => {
  const { say } = useWords();
  const toggle = (kind: string, isOn: boolean) => {
    const others = chosen.filter((one) => one !== kind);
    onChange(isOn ? [...others, kind] : others);
  };
  return (
    <fieldset className="bt-audit-log__kinds">
      <legend>{legend}</legend>
      {kinds.map((kind) => (
        <label htmlFor={`${name}-${kind}`} key={kind}>
          <input
            checked={chosen.includes(kind)}
            id={`${name}-${kind}`}
            onChange={({ target }) => toggle(kind, target.checked)}
            type="checkbox"
          />{' '}
          {say(`auditLog.kind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
};
