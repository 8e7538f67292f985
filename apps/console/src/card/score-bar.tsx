import type { FindingOutcome } from '#contract';
import styles from './scores.module.css';

/** A score from 0 to 1 and the threshold beside it; for the eye alone, so that the number must stand near. */
export function ScoreBar({
  score,
  threshold = null,
  tone = 'none',
}: {
  score: number;
  threshold?: number | null;
  tone?: FindingOutcome;
}) {
  return (
    <span className={`${styles['bar']} ${styles[tone] ?? ''}`} aria-hidden="true">
      <Drawing score={score} threshold={threshold} />
    </span>
  );
}

/** Drawn with attributes and not with styles, which the page's policy forbids in markup. */
function Drawing({ score, threshold }: { score: number; threshold: number | null }) {
  const percent = (value: number): string => `${Math.min(1, Math.max(0, value)) * 100}%`;
  return (
    <svg focusable="false">
      <rect className={styles['fill']} x="0" y="4" height="6" rx="3" width={percent(score)} />
      {threshold !== null && (
        <rect
          className={styles['tick']}
          x={percent(threshold)}
          y="1"
          width="2"
          height="12"
          rx="1"
        />
      )}
    </svg>
  );
}
