import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommentStatus } from '#contract';
import { fetchAuthorComments } from '../../api/comments.js';
import { Skeleton } from '../../design/notice.js';
import { Tabs } from '../../design/tabs.js';
import { CommentRow } from '../../layout/comment-row.js';
import { list } from '../../layout/list.js';
import { LoadMore } from '../../layout/load-more.js';
import { Section } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { LoadError } from '../../shell/load-error.js';

const STATUSES = ['published', 'rejected', 'held'] as const satisfies readonly CommentStatus[];
type Chosen = '' | (typeof STATUSES)[number];

/** What an author wrote, by what became of it. */
export function AuthorComments({ id }: { id: string }) {
  const text = useText();
  const [status, setStatus] = useState<Chosen>('');
  const query = useInfiniteQuery({
    queryKey: ['author', id, 'comments', status],
    queryFn: ({ pageParam }) => fetchAuthorComments(id, { status, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const comments = query.data?.pages.flatMap((page) => page.comments);
  return (
    <Section title={text('author.comments')}>
      <Tabs<Chosen>
        label={text('author.comments')}
        value={status}
        onChange={setStatus}
        tabs={[
          { value: '', label: text('all') },
          ...STATUSES.map((value) => ({ value, label: text(`status.${value}`) })),
        ]}
      />
      {query.isPending && <Skeleton />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {comments?.length === 0 && <p className={list.soft}>{text('author.no-comments')}</p>}
      {comments !== undefined && comments.length > 0 && (
        <ul className={list.list}>
          {comments.map((comment) => (
            <CommentRow key={comment.id} comment={comment} withAuthor={false} />
          ))}
        </ul>
      )}
      <LoadMore query={query} />
    </Section>
  );
}
