import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'accent';

/** One or two words about the state of something. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles['badge']} ${styles[tone] ?? ''}`}>{children}</span>;
}
