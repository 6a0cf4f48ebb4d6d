'use client';
import { useId, useState } from 'react';

interface Props {
  name: string;
  label: string;
  value: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

/** A whole number. What is typed counts when the field is left or Enter is pressed: in between it may be anything. */
const NumberField = ({ name, label, value, disabled, onChange }: Props) => {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    const number = Number(typed);
    if (typed !== null && typed.trim() !== '' && Number.isFinite(number) && number !== value) onChange(number);
    setTyped(null);
  };
  return (
    <div className="bt-numbers__one">
      <label htmlFor={id}>{label}</label>
      <input
        disabled={disabled}
        id={id}
        inputMode="numeric"
        name={name}
        onBlur={take}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // It does not save the form
          event.preventDefault();
          take();
        }}
        step="any"
        type="number"
        value={typed ?? String(value)}
      />
    </div>
  );
};

/** Numbers side by side, under a name of their own. */
export const NumberFields = ({ legend, fields }: { legend: string; fields: readonly Props[] }) => (
  <fieldset className="bt-numbers">
    <legend>{legend}</legend>
    {fields.map((field) => (
      <NumberField key={field.name} {...field} />
    ))}
  </fieldset>
);
