import type { ReactNode } from 'react';
import styles from './doorway.module.css';

/** The frame of the pages in front of the console. */
export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles['door']}>
      <div className={styles['brand']}>
        <img src="/console/icon.svg" width={28} height={28} alt="" />
        Moderato
      </div>
      <div className={styles['box']}>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
