import { useNavigate } from '@tanstack/react-router';
import type { ClaimableQueue } from '../api/reviews.js';
import { useText } from '../messages/use-text.js';
import { useSession } from '../session/use-session.js';
import styles from './filter-bar.module.css';
import type { QueueFilters } from './queue-filters.js';

/** All sites together, or one alone; nothing for who works for one. */
export function SiteSwitch({ queue, filters }: { queue: ClaimableQueue; filters: QueueFilters }) {
  const text = useText();
  const navigate = useNavigate();
  const { sites } = useSession();
  if (sites.length < 2) return null;
  return (
    <select
      className={styles['sites']}
      aria-label={text('site')}
      value={filters.site ?? ''}
      onChange={({ target }) => {
        const search = { ...filters, site: target.value || undefined };
        void navigate({ to: '/queue/$queue', params: { queue }, search });
      }}
    >
      <option value="">{text('site.all')}</option>
      {sites.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
