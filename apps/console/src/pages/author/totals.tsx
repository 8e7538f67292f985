import { useIntl } from 'react-intl';
import type { AuthorCard } from '#contract';
import { useText } from '../../messages/use-text.js';
import styles from './totals.module.css';

const STATUSES = ['published', 'rejected', 'held', 'pending'] as const;

/** What became of all that an author wrote. */
export function Totals({ totals }: { totals: AuthorCard['totals'] }) {
  const text = useText();
  const intl = useIntl();
  return (
    <dl className={styles['totals']}>
      {STATUSES.map((status) => (
        <div key={status}>
          <dt>{text(`status.${status}`)}</dt>
          <dd>{intl.formatNumber(totals[status])}</dd>
        </div>
      ))}
    </dl>
  );
}
