import { useRef, type ReactNode } from 'react';
import styles from './copy.module.css';
import { CopyButton } from './copy-button.js';
import { TextField } from './field.js';

/** A value to be carried elsewhere. */
export function CopyField({
  label,
  value,
  hint,
}: {
  label: string;
  value: string;
  hint?: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles['field']}>
      <TextField
        ref={input}
        label={label}
        hint={hint}
        readOnly
        spellCheck={false}
        dir="ltr"
        value={value}
        onFocus={({ target }) => target.select()}
      />
      <CopyButton value={value} about={label} shown={input} />
    </div>
  );
}
