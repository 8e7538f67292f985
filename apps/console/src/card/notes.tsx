import type { ReviewNote } from '#contract';
import { useText } from '../messages/use-text.js';
import { TimeAgo } from '../text/time-ago.js';
import styles from './card.module.css';

/** What other moderators have remarked about the comment. */
export function Notes({ notes }: { notes: readonly ReviewNote[] }) {
  const text = useText();
  return (
    <section className={styles['section']}>
      <h3>{text('card.notes')}</h3>
      <ul className={styles['notes']}>
        {notes.map(({ id, by, text: note, at }) => (
          <li key={id}>
            <p className={styles['told']}>
              <bdi>{by?.name ?? text('conflict.somebody')}</bdi>
              <span className={styles['when']}>
                <TimeAgo at={at} />
              </span>
            </p>
            <p className={styles['remark']} dir="auto">
              {note}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
