import type { ReactNode } from 'react';
import { useText } from '../messages/use-text.js';
import styles from './notice.module.css';

/** What stands where there is nothing to show. */
export function Empty({
  icon,
  title,
  whole = false,
  children,
}: {
  icon?: ReactNode;
  title: string;
  /** Whether the page is nothing else. */
  whole?: boolean;
  children?: ReactNode;
}) {
  const Heading = whole ? 'h1' : 'h2';
  return (
    <div className={styles['empty']}>
      {icon}
      <Heading className={styles['heading']}>{title}</Heading>
      {children}
    </div>
  );
}

/** One line that matters: an error, a warning or a confirmation. */
export function Line({
  tone = 'warn',
  children,
}: {
  tone?: 'warn' | 'bad' | 'good';
  children: ReactNode;
}) {
  return (
    <div
      role={tone === 'good' ? 'status' : 'alert'}
      className={`${styles['line']} ${styles[tone] ?? ''}`}
    >
      {children}
    </div>
  );
}

/** The shape of what is being loaded. */
export function Skeleton({ lines = 5 }: { lines?: number }) {
  const text = useText();
  return (
    <div className={styles['skeleton']} role="status" aria-label={text('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
