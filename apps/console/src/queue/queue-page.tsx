import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import type { ClaimableQueue } from '../api/reviews.js';
import { Skeleton } from '../design/notice.js';
import { useNarrow } from '../design/use-narrow.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useText } from '../messages/use-text.js';
import { LoadError } from '../shell/load-error.js';
import { usePageTitle } from '../shell/page-title.js';
import { useQueueSizes } from '../shell/rail.js';
import { CardPane } from './card-pane.js';
import { useDeskShelf } from './desk-keeper.js';
import { focusedEntry } from './desk-state.js';
import type { Desk, DeskSnapshot } from './desk.js';
import { FilterBar } from './filter-bar.js';
import { QueueEmpty } from './queue-empty.js';
import type { QueueFilters } from './queue-filters.js';
import { QueueList } from './queue-list.js';
import styles from './queue-page.module.css';
import { useDeskToasts } from './use-desk-toasts.js';

/** Where moderators spend their shift: the card in hand and those to come. */
export function QueuePage() {
  const { queue } = useParams({ from: '/shell/queue/$queue' });
  const filters = useSearch({ from: '/shell/queue/$queue' });
  const { deskFor, sitDown } = useDeskShelf();
  const kept = useMemo(() => deskFor(queue, filters), [deskFor, queue, filters]);
  useEffect(() => sitDown(kept), [sitDown, kept]);
  return <QueueOf key={kept.key} queue={queue} filters={filters} desk={kept.desk} />;
}

interface QueueOfProps {
  queue: ClaimableQueue;
  filters: QueueFilters;
  desk: Desk;
}

function QueueOf({ queue, filters, desk }: QueueOfProps) {
  const text = useText();
  const snapshot = useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  usePageTitle(text(`queue.${queue}`));
  useDeskToasts(desk, snapshot);
  useDeskKeys(desk, snapshot);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{text(`queue.${queue}`)}</h1>
        <Total queue={queue} site={filters.site} />
        <FilterBar queue={queue} filters={filters} />
      </header>
      <QueueBody queue={queue} filters={filters} desk={desk} snapshot={snapshot} />
    </div>
  );
}

function QueueBody({ queue, filters, desk, snapshot }: QueueOfProps & { snapshot: DeskSnapshot }) {
  const narrow = useNarrow();
  const { state, supply, error } = snapshot;
  const entry = focusedEntry(state);
  if (entry === null) {
    return (
      <div className={styles['whole']}>
        {supply === 'failed' && <LoadError error={error} onRetry={() => void desk.fill()} />}
        {(supply === 'loading' || supply === 'more') && <Skeleton lines={9} />}
        {supply === 'all' && <QueueEmpty queue={queue} filters={filters} decided={state.decided} />}
      </div>
    );
  }
  const list = (
    <QueueList key="list" queue={queue} filters={filters} desk={desk} snapshot={snapshot} />
  );
  const card = <CardPane key="card" {...{ queue, filters, desk, state, entry }} />;
  return narrow ? [card, list] : [list, card];
}

function Total({ queue, site }: { queue: ClaimableQueue; site: string | undefined }) {
  const intl = useIntl();
  const size = useQueueSizes(site)?.[queue];
  if (size === undefined) return null;
  return (
    <span className={styles['total']}>
      {intl.formatNumber(size.count)}
      {size.more ? '+' : ''}
    </span>
  );
}

/** The keys that move over the desk; those that decide belong to the card. */
function useDeskKeys(desk: Desk, { state }: DeskSnapshot): void {
  const { focus } = state;
  const about = (type: 'toggle' | 'range') => () => {
    if (focus !== null) desk.dispatch({ type, id: focus });
  };
  useShortcuts({
    next: () => desk.dispatch({ type: 'move', by: 1 }),
    previous: () => desk.dispatch({ type: 'move', by: -1 }),
    undo: () => void desk.undo(),
    select: about('toggle'),
    selectRange: about('range'),
    selectAll: () => desk.dispatch({ type: 'select-all' }),
    clear: () => desk.dispatch({ type: 'clear' }),
  });
}
