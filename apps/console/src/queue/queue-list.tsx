import { useText } from '../messages/use-text.js';
import { useQueueSizes } from '../shell/rail.js';
import { BulkBar } from './bulk-bar.js';
import { targetsOf } from './desk-selection.js';
import type { Desk, DeskSnapshot } from './desk.js';
import { isNarrowed, type QueueFilters } from './queue-filters.js';
import { QueueRow } from './queue-row.js';
import styles from './queue-page.module.css';
import type { ClaimableQueue } from '../api/reviews.js';

interface QueueListProps {
  queue: ClaimableQueue;
  desk: Desk;
  snapshot: DeskSnapshot;
  filters: QueueFilters;
}

/** What lies on the desk, the card in hand among it. */
export function QueueList({ queue, desk, snapshot: { state }, filters }: QueueListProps) {
  const text = useText();
  const targets = targetsOf(state);
  const sites = new Set(
    state.entries
      .filter(({ item }) => targets.includes(item.id))
      .map(({ item }) => item.comment.site.id),
  );
  const [site = null, ...otherSites] = sites;
  return (
    <section className={styles['list']} aria-label={text('queue.list')}>
      {state.selected.size > 0 && (
        <BulkBar
          count={targets.length}
          site={otherSites.length > 0 ? null : site}
          onApprove={() => void desk.decide(targets, { action: 'approve' })}
          onReject={(reason) => void desk.decide(targets, { action: 'reject', reason })}
          onClear={() => desk.dispatch({ type: 'clear' })}
        />
      )}
      <ul className={styles['scroll']}>
        {state.entries.map((entry) => (
          <QueueRow
            key={entry.item.id}
            entry={entry}
            current={entry.item.id === state.focus}
            selected={state.selected.has(entry.item.id)}
            dispatch={desk.dispatch}
          />
        ))}
      </ul>
      <ListFoot
        queue={queue}
        onDesk={state.entries.length}
        arrived={state.arrived}
        filters={filters}
      />
    </section>
  );
}

/** What waits behind the desk, and what came in since: said, and not moved in between. */
function ListFoot({
  queue,
  onDesk,
  arrived,
  filters,
}: {
  queue: ClaimableQueue;
  onDesk: number;
  arrived: number;
  filters: QueueFilters;
}) {
  const text = useText();
  const size = useQueueSizes(filters.site)?.[queue];
  const unknown = size === undefined || isNarrowed(filters);
  const behind = unknown ? 0 : Math.max(0, size.count - onDesk);
  return (
    <div className={styles['foot']}>
      {behind > 0 && (
        <div>{text('queue.behind', { count: behind, more: size?.more ? '+' : '' })}</div>
      )}
      {arrived > 0 && <div>{text('queue.arrived', { count: arrived })}</div>}
      {behind === 0 && arrived === 0 && <div>{text('queue.end')}</div>}
    </div>
  );
}
