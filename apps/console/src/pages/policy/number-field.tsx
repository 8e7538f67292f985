import { useState, type ReactNode } from 'react';
import { TextField } from '../../design/field.js';

interface NumberFieldProps {
  label: ReactNode;
  hint: ReactNode;
  placeholder?: string;
  value: unknown;
  error: string | null;
  /** A number, `null` when nothing stands there, or what stands there if it is no number. */
  onChange: (value: number | string | null) => void;
}

/** A number as it is typed. What is none goes to the service as it is, which says what is wrong with it. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState(
    typeof value === 'number' || typeof value === 'string' ? String(value) : '',
  );
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      dir="ltr"
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(numberOf(target.value.trim()));
      }}
    />
  );
}

function numberOf(typed: string): number | string | null {
  if (typed === '') return null;
  const number = Number(typed);
  return Number.isFinite(number) ? number : typed;
}
