import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import type { ReviewItem } from '#contract';
import { fetchReviews } from '../../api/reviews.js';
import { Badge } from '../../design/badge.js';
import { Empty, Skeleton } from '../../design/notice.js';
import { Tabs } from '../../design/tabs.js';
import { CommentRow } from '../../layout/comment-row.js';
import { list } from '../../layout/list.js';
import { LoadMore } from '../../layout/load-more.js';
import { Page } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { useSession } from '../../session/use-session.js';
import { LoadError } from '../../shell/load-error.js';
import { TimeAt } from '../../text/time-ago.js';
import { UndoButton } from './undo-button.js';

type Whose = 'all' | 'mine';

/** What was decided, the latest first. */
export function DecidedPage() {
  const text = useText();
  const [whose, setWhose] = useState<Whose>('all');
  const { id: self } = useSession().moderator;
  const query = useInfiniteQuery({
    queryKey: ['live', 'decided', whose],
    queryFn: ({ pageParam }) =>
      fetchReviews({
        ...{ queue: 'decided', cursor: pageParam, limit: 50 },
        ...(whose === 'mine' && { decidedBy: 'me' }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page
      title={text('nav.decided')}
      aside={
        <Tabs<Whose>
          label={text('decided.whose')}
          value={whose}
          onChange={setWhose}
          tabs={[
            { value: 'all', label: text('decided.all') },
            { value: 'mine', label: text('decided.mine') },
          ]}
        />
      }
    >
      {query.isPending && <Skeleton lines={9} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {items?.length === 0 && (
        <Empty
          icon={<History size={28} strokeWidth={1.5} />}
          title={text(`empty.decided-${whose}`)}
        />
      )}
      {items !== undefined && items.length > 0 && (
        <ul className={list.list}>
          {items.map((item) => (
            <CommentRow key={item.id} comment={item.comment}>
              <DecisionLine item={item} self={self} />
            </CommentRow>
          ))}
        </ul>
      )}
      <LoadMore query={query} />
    </Page>
  );
}

function DecisionLine({ item: { decision }, self }: { item: ReviewItem; self: string }) {
  const text = useText();
  if (decision === null) return null;
  const { action, by, at, reason, batchId, undoableUntil } = decision;
  const name = by?.id === self ? text('you') : (by?.name ?? text('conflict.somebody'));
  return (
    <div className={list.line}>
      <span className={list.faint}>
        {text(action === 'approve' ? 'decided.approved-by' : 'decided.rejected-by', { name })}
        {' · '}
        <TimeAt at={at} />
      </span>
      {reason !== null && <Badge>{reason.title}</Badge>}
      {batchId !== null && undoableUntil !== null && by?.id === self && (
        <span className={list.end}>
          <UndoButton batch={batchId} />
        </span>
      )}
    </div>
  );
}
