import { useRef, type ReactNode } from 'react';
import styles from './copy.module.css';
import { CopyButton } from './copy-button.js';

/** Lines for a program, to be read and copied; wide ones scroll by themselves. */
export function CodeBlock({
  label,
  head,
  code,
  wrapped = false,
}: {
  label: string;
  /** What stands above the lines; the label unless told otherwise. */
  head?: ReactNode;
  code: string;
  /** Whether long lines are broken, as of what nobody pastes into a program. */
  wrapped?: boolean;
}) {
  const element = useRef<HTMLElement>(null);
  return (
    <div className={styles['block']}>
      <div className={styles['head']}>
        {head ?? <span className={styles['label']}>{label}</span>}
        <CopyButton value={code} about={label} shown={element} />
      </div>
      <pre
        className={wrapped ? styles['wrapped'] : undefined}
        role="region"
        aria-label={label}
        tabIndex={0}
        dir="ltr"
      >
        <code ref={element}>{code}</code>
      </pre>
    </div>
  );
}
