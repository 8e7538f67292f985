import { useId, useState } from 'react';
import { CheckField, SelectField, TextArea } from '../../design/field.js';
import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';
import { NumberField } from './number-field.js';
import type { Field } from './policy-fields.js';
import { usePolicyWords } from './use-policy-words.js';
import styles from './policy.module.css';

interface PolicyFieldProps {
  field: Field;
  value: unknown;
  shipped: unknown;
  error: string | null;
  onChange: (value: unknown) => void;
}

/** One value of a policy, with what it does and what it is unless told otherwise. */
export function PolicyField({ field, value, shipped, error, onChange }: PolicyFieldProps) {
  const text = useText();
  const words = usePolicyWords();
  const { path, kind, options = [] } = field;
  const label = words.label(path);
  const standard = text('policy.shipped', { value: words.value(path, shipped) });
  const hint = `${words.about(path)} ${standard}`;
  if (kind === 'switch')
    return <Switch label={label} hint={hint} checked={value === true} onChange={onChange} />;
  if (kind === 'lines')
    return <Lines label={label} hint={hint} value={value} error={error} onChange={onChange} />;
  if (kind === 'number') {
    const placeholder = words.value(path, null);
    return <NumberField {...{ label, hint, placeholder, value, error, onChange }} />;
  }
  return (
    <SelectField
      label={label}
      hint={hint}
      error={error}
      value={String(value)}
      onChange={({ target }) => onChange(target.value)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {words.value(path, option)}
        </option>
      ))}
    </SelectField>
  );
}

interface SwitchProps {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (value: boolean) => void;
}

function Switch({ label, hint, checked, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles['switch']}>
      <CheckField
        label={label}
        aria-describedby={id}
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <p id={id} className={list.faint}>
        {hint}
      </p>
    </div>
  );
}

interface LinesProps {
  label: string;
  hint: string;
  value: unknown;
  error: string | null;
  onChange: (value: string[]) => void;
}

/** A list, one entry a line. */
function Lines({ value, onChange, ...rest }: LinesProps) {
  const [typed, setTyped] = useState(Array.isArray(value) ? value.join('\n') : '');
  return (
    <TextArea
      {...rest}
      rows={3}
      spellCheck={false}
      autoComplete="off"
      dir="auto"
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(linesOf(target.value));
      }}
    />
  );
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
