import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import type { ClaimableQueue } from '../api/reviews.js';
import { buttonClass } from '../design/button.js';
import { Empty } from '../design/notice.js';
import { useText } from '../messages/use-text.js';
import { useQueueSizes } from '../shell/rail.js';
import { isNarrowed, type QueueFilters, siteOf } from './queue-filters.js';

const OTHERS = ['held', 'reported', 'appealed'] as const;

/** Nothing waits: what was done, and where there is more. */
export function QueueEmpty({
  queue,
  filters,
  decided,
}: {
  queue: ClaimableQueue;
  filters: QueueFilters;
  decided: number;
}) {
  const text = useText();
  const sizes = useQueueSizes(filters.site);
  const filtered = isNarrowed(filters);
  const search = siteOf(filters);
  const next = OTHERS.find((other) => other !== queue && (sizes?.[other].count ?? 0) > 0);
  return (
    <Empty
      icon={<CircleCheck size={28} strokeWidth={1.5} />}
      title={text(filtered ? 'empty.filtered' : `empty.${queue}`)}
    >
      {decided > 0 && <p>{text('empty.decided-here', { count: decided })}</p>}
      {filtered && (
        <Link to="/queue/$queue" params={{ queue }} search={search} className={buttonClass()}>
          {text('filter.clear')}
        </Link>
      )}
      {!filtered && decided === 0 && <p>{text(`empty.${queue}-hint`)}</p>}
      {next !== undefined && (
        <Link to="/queue/$queue" params={{ queue: next }} search={search} className={buttonClass()}>
          {text('empty.go-on', { queue: text(`queue.${next}`), count: sizes?.[next].count ?? 0 })}
        </Link>
      )}
    </Empty>
  );
}
