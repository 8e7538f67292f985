import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReviewComment } from '#contract';
import { StatusBadge } from '../card/status-badge.js';
import { useText } from '../messages/use-text.js';
import { useSession } from '../session/use-session.js';
import { CommentText } from '../text/comment-text.js';
import { TimeAgo } from '../text/time-ago.js';
import { list } from './list.js';

/** A comment in a list, which leads to its page. */
export function CommentRow({
  comment,
  withAuthor = true,
  children,
}: {
  comment: ReviewComment;
  withAuthor?: boolean;
  children?: ReactNode;
}) {
  const text = useText();
  const severalSites = useSession().sites.length > 1;
  const { article, site } = comment;
  return (
    <li>
      <div className={list.line}>
        {withAuthor && (
          <bdi className={list.strong}>{comment.authorName ?? text('author.anonymous')}</bdi>
        )}
        <StatusBadge status={comment.status} />
        {severalSites && <bdi className={list.soft}>{site.name}</bdi>}
        <bdi className={list.faint}>{article.title ?? article.id}</bdi>
        <span className={list.end}>
          <span className={list.faint}>
            <TimeAgo at={comment.createdAt} />
          </span>
          <Link to="/comments/$id" params={{ id: comment.id }} className={list.more}>
            {text('open')}
            <span className="visually-hidden">
              {text('card.comment-by', { name: comment.authorName ?? text('author.anonymous') })}
            </span>
          </Link>
        </span>
      </div>
      <CommentText body={comment.body} clamped />
      {children}
    </li>
  );
}
