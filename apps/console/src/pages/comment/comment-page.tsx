import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { CommentHistory } from '#contract';
import { fetchComment } from '../../api/comments.js';
import { Problem } from '../../api/problem.js';
import { AuthorLine } from '../../card/author-line.js';
import cardStyles from '../../card/card.module.css';
import { ParentComment } from '../../card/parent-comment.js';
import { Appeal, Reports } from '../../card/reports.js';
import { StatusBadge } from '../../card/status-badge.js';
import { WhereLine } from '../../card/where-line.js';
import { Skeleton } from '../../design/notice.js';
import { Page, Section } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { useSession } from '../../session/use-session.js';
import { LoadError } from '../../shell/load-error.js';
import { CommentText } from '../../text/comment-text.js';
import { TimeAgo } from '../../text/time-ago.js';
import { NotFoundPage } from '../not-found-page.js';
import { CommentActions } from './comment-actions.js';
import { CommentTimeline } from './comment-timeline.js';
import { PlacementBadges } from './placement-buttons.js';
import { Revisions } from './revisions.js';
import { spansOf } from './spans-of.js';

/** Everything about one comment. */
export function CommentPage() {
  const text = useText();
  const { id } = useParams({ from: '/shell/comments/$id' });
  const query = useQuery({ queryKey: ['comment', id], queryFn: () => fetchComment(id) });
  if (query.error instanceof Problem && query.error.status === 404) return <NotFoundPage />;
  return (
    <Page
      title={text('comment.title')}
      state={query.data && <State history={query.data} />}
      aside={query.data && <CommentActions history={query.data} />}
    >
      {query.isPending && <Skeleton lines={9} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Body history={query.data} />}
    </Page>
  );
}

function State({ history: { comment, placement } }: { history: CommentHistory }) {
  return (
    <>
      <StatusBadge status={comment.status} />
      <PlacementBadges placement={placement} />
    </>
  );
}

function Body({ history }: { history: CommentHistory }) {
  const text = useText();
  const severalSites = useSession().sites.length > 1;
  const { comment, author, reports, appeal } = history;
  return (
    <>
      <article className={cardStyles['card']}>
        <header className={cardStyles['top']}>
          <AuthorLine author={author} comment={comment}>
            <TimeAgo at={comment.createdAt} />
          </AuthorLine>
          <WhereLine comment={comment} withSite={severalSites} />
        </header>
        {comment.parent !== null && <ParentComment parent={comment.parent} />}
        <CommentText body={comment.body} spans={spansOf(history)} reading />
        {appeal !== null && <Appeal appeal={appeal} />}
        {reports !== null && reports.count > 0 && <Reports reports={reports} />}
      </article>
      <Section title={text('comment.history')}>
        <CommentTimeline history={history} />
      </Section>
      <Section title={text('comment.findings')}>
        <Revisions revisions={history.revisions} />
      </Section>
    </>
  );
}
