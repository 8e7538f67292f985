import { useRef } from 'react';
import styles from './copy.module.css';
import { CopyButton } from './copy-button.js';

/** Lines for a program, to be read and copied; wide ones scroll by themselves. */
export function CodeBlock({
  label,
  code,
  wrapped = false,
}: {
  label: string;
  code: string;
  /** Whether long lines are broken, as of what nobody pastes into a program. */
  wrapped?: boolean;
}) {
  const element = useRef<HTMLElement>(null);
  return (
    <div className={styles['block']}>
      <pre
        className={wrapped ? styles['wrapped'] : undefined}
        role="region"
        aria-label={label}
        tabIndex={0}
        dir="ltr"
      >
        <code ref={element}>{code}</code>
      </pre>
      <div className={styles['corner']}>
        <CopyButton value={code} about={label} shown={element} />
      </div>
    </div>
  );
}
