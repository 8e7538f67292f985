import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import styles from './field.module.css';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
}

/** What a labeled control has in common: the label above it, a hint and an error below. */
function useField({ hint, error }: FieldProps) {
  const id = useId();
  const hasError = error !== undefined && error !== null;
  const described = [hint !== undefined && `${id}-hint`, hasError && `${id}-error`];
  return {
    id,
    'aria-invalid': hasError || undefined,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    className: styles['input'],
  };
}

function Frame({
  id,
  label,
  hint,
  error,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {error !== undefined && error !== null && (
        <div id={`${id}-error`} className={styles['error']}>
          {error}
        </div>
      )}
    </div>
  );
}

export function TextField(
  props: FieldProps & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> },
) {
  const { label, hint, error, ...rest } = props;
  const field = useField(props);
  return (
    <Frame id={field.id} label={label} hint={hint} error={error}>
      <input {...rest} {...field} />
    </Frame>
  );
}

export function TextArea(
  props: FieldProps &
    TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> },
) {
  const { label, hint, error, ...rest } = props;
  const field = useField(props);
  return (
    <Frame id={field.id} label={label} hint={hint} error={error}>
      <textarea {...rest} {...field} />
    </Frame>
  );
}

export function SelectField(props: FieldProps & SelectHTMLAttributes<HTMLSelectElement>) {
  const { label, hint, error, children, ...rest } = props;
  const field = useField(props);
  return (
    <Frame id={field.id} label={label} hint={hint} error={error}>
      <select {...rest} {...field}>
        {children}
      </select>
    </Frame>
  );
}

export function CheckField({
  label,
  ...rest
}: { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className={styles['check']}>
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
