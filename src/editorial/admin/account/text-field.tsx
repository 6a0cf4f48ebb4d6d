'use client';

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'password';
  /** What the browser may fill in. */
  autoComplete: 'username' | 'current-password' | 'one-time-code';
}

/** A field of a form in which people say who they are. */
export const TextField = ({ id, label, value, onChange, type = 'text', autoComplete }: TextFieldProps) => (
  <label className="bt-field" htmlFor={id}>
    <span>{label}</span>
    <input
      autoCapitalize="none"
      autoComplete={autoComplete}
      id={id}
      onChange={(event) => onChange(event.target.value)}
      required
      spellCheck={false}
      type={type}
      value={value}
    />
  </label>
);
