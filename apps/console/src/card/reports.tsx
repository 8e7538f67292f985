import { REPORTS } from './report-order.js';
import { Badge } from '../design/badge.js';
import { useText } from '../messages/use-text.js';
import type { ReportSummary } from '#contract';
import styles from './card.module.css';

/** What readers said about it. */
export function Reports({ reports }: { reports: ReportSummary }) {
  const text = useText();
  return (
    <section className={styles['section']}>
      <h3>{text('card.reports', { count: reports.count })}</h3>
      <div className={styles['chips']}>
        {REPORTS.map((reason) => {
          const count = reports.reasons[reason];
          return count === undefined ? null : (
            <Badge key={reason} tone="warn">
              {text(`report.${reason}`)} {count}
            </Badge>
          );
        })}
      </div>
      {reports.details.map((detail, index) => (
        <blockquote key={index} className={styles['quote']} dir="auto">
          {detail}
        </blockquote>
      ))}
    </section>
  );
}

/** What the author says against the decision. */
export function Appeal({ appeal }: { appeal: { text: string } }) {
  const text = useText();
  return (
    <section className={styles['section']}>
      <h3>{text('card.appeal')}</h3>
      <blockquote className={styles['quote']} dir="auto">
        {appeal.text}
      </blockquote>
    </section>
  );
}
