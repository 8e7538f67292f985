import type { ReactNode } from 'react';
import { usePageTitle } from '../shell/page-title.js';
import styles from './page.module.css';

/** A page with its heading, and what belongs beside that. */
export function Page({
  title,
  state,
  aside,
  narrow = false,
  children,
}: {
  title: string;
  /** How what the page is about stands, beside its name. */
  state?: ReactNode;
  aside?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}) {
  usePageTitle(title);
  return (
    <>
      <header className={styles['head']}>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {state !== undefined && <div className={styles['state']}>{state}</div>}
        {aside !== undefined && <div className={styles['aside']}>{aside}</div>}
      </header>
      <div className={`${styles['body']} ${narrow ? styles['narrow'] : ''}`}>{children}</div>
    </>
  );
}

/** A part of a page under a heading of its own. */
export function Section({
  title,
  note,
  children,
}: {
  title: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles['section']} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {note !== undefined && <p>{note}</p>}
      </header>
      {children}
    </section>
  );
}

/** The classes of forms on pages. */
export const formClass = styles['form'];
export const rowClass = styles['row'];
