import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BadgeCheck } from 'lucide-react';
import type { AuthorCard } from '#contract';
import { fetchAuthor } from '../../api/comments.js';
import { Problem } from '../../api/problem.js';
import { StandingBadge } from '../../card/standing-badge.js';
import { Skeleton } from '../../design/notice.js';
import { list } from '../../layout/list.js';
import { Page, Section } from '../../layout/page.js';
import { useText } from '../../messages/use-text.js';
import { LoadError } from '../../shell/load-error.js';
import { TimeAt } from '../../text/time-ago.js';
import { NotFoundPage } from '../not-found-page.js';
import { AuditLine } from '../audit/audit-line.js';
import { AuthorComments } from './author-comments.js';
import { StandingActions } from './standing-actions.js';
import { Totals } from './totals.js';

/** An author: how the site regards them, why, and what they wrote. */
export function AuthorPage() {
  const text = useText();
  const { id } = useParams({ from: '/shell/authors/$id' });
  const query = useQuery({ queryKey: ['author', id], queryFn: () => fetchAuthor(id) });
  if (query.error instanceof Problem && query.error.status === 404) return <NotFoundPage />;
  const title = query.data?.name ?? text(query.isPending ? 'author' : 'author.anonymous');
  return (
    <Page title={title} aside={query.data && <StandingActions author={query.data} />}>
      {query.isPending && <Skeleton lines={9} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Body author={query.data} />}
    </Page>
  );
}

function Body({ author }: { author: AuthorCard }) {
  const text = useText();
  return (
    <>
      <div className={list.line}>
        <StandingBadge author={author} />
        {author.vouched && (
          <span className={list.withIcon}>
            <BadgeCheck size={14} />
            {text('author.vouched')}
          </span>
        )}
        <span className={list.faint}>{author.site.name}</span>
        <span className={list.faint}>
          {text('author.since')} <TimeAt at={author.firstSeenAt} />
        </span>
      </div>
      <Totals totals={author.totals} />
      {author.actions.length > 0 && (
        <Section title={text('author.actions')}>
          <ul className={list.list}>
            {author.actions.map((entry) => (
              <AuditLine key={entry.id} entry={entry} withSubject={false} />
            ))}
          </ul>
        </Section>
      )}
      <AuthorComments id={author.id} />
    </>
  );
}
