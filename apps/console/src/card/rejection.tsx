import type { ReviewRejection } from '#contract';
import { Badge } from '../design/badge.js';
import { useReason } from '../messages/use-reason.js';
import { useText } from '../messages/use-text.js';
import { TimeAt } from '../text/time-ago.js';
import styles from './card.module.css';

/** What the author appeals against: who rejected the comment, when and why. */
export function Rejection({ rejection }: { rejection: ReviewRejection }) {
  const text = useText();
  const sentence = useReason();
  const { by, actor, rejectReason, at } = rejection;
  return (
    <section className={styles['section']}>
      <h3>{text('card.rejection')}</h3>
      <p className={styles['told']}>
        <bdi>
          {text('decided.rejected-by', { name: by === null ? text(`actor.${actor}`) : by.name })}
        </bdi>
        {rejectReason !== null && (
          <Badge tone="bad">
            <bdi>{rejectReason.title}</bdi>
          </Badge>
        )}
        <span className={styles['when']}>
          <TimeAt at={at} />
        </span>
      </p>
      {by === null && <p dir="auto">{sentence(rejection)}</p>}
    </section>
  );
}
