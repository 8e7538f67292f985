import { Link } from '@tanstack/react-router';
import { BadgeCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AuthorSummary, ReviewComment } from '#contract';
import { useText } from '../messages/use-text.js';
import { StandingBadge } from './standing-badge.js';
import styles from './card.module.css';

/** Who wrote it: name, standing and what became of their comments so far. */
export function AuthorLine({
  author,
  comment,
  children,
}: {
  author: AuthorSummary | null;
  comment: ReviewComment;
  /** What stands at the end of the line. */
  children?: ReactNode;
}) {
  const text = useText();
  const name = author?.name ?? comment.authorName;
  const shown = <bdi>{name ?? text('author.anonymous')}</bdi>;
  return (
    <div className={styles['head']}>
      {author === null ? (
        <span className={styles['author']}>{shown}</span>
      ) : (
        <Link to="/authors/$id" params={{ id: author.id }} className={styles['author']}>
          {shown}
        </Link>
      )}
      {author?.vouched && (
        <BadgeCheck size={14} role="img" aria-label={text('author.vouched')}>
          <title>{text('author.vouched')}</title>
        </BadgeCheck>
      )}
      {author !== null && <StandingBadge author={author} />}
      {author !== null && (
        <span className={styles['figures']}>
          {text('author.figures', { published: author.published, rejected: author.rejected })}
        </span>
      )}
      <span>{children}</span>
    </div>
  );
}
