import { useState } from 'react';
import type { Policy } from '#contract';
import { TextArea } from '../../design/field.js';
import { useText } from '../../messages/use-text.js';
import { completed } from './policy-document.js';
import styles from './policy.module.css';

interface PolicyJsonProps {
  shipped: Policy;
  document: unknown;
  /** What was left here while it was no JSON. */
  unreadable: string | null;
  onChange: (document: unknown) => void;
  onUnreadable: (written: string | null) => void;
}

/** The whole policy as the API has it. */
export function PolicyJson(props: PolicyJsonProps) {
  const { shipped, document, unreadable, onChange, onUnreadable } = props;
  const text = useText();
  const [written, setWritten] = useState(unreadable ?? JSON.stringify(document, null, 2));
  const write = (next: string): void => {
    setWritten(next);
    const given = parsed(next);
    onUnreadable(given === null ? next : null);
    if (given !== null) onChange(completed(shipped, given));
  };
  return (
    <div className={styles['json']}>
      <TextArea
        label={text('policy.view-json')}
        hint={text('policy.json-hint')}
        error={unreadable === null ? null : text('policy.no-json')}
        rows={24}
        spellCheck={false}
        autoComplete="off"
        dir="ltr"
        value={written}
        onChange={({ target }) => write(target.value)}
      />
    </div>
  );
}

/** `null` for what is no JSON, or no object. */
function parsed(written: string): object | null {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
