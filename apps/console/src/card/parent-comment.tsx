import type { ReviewComment } from '#contract';
import { useText } from '../messages/use-text.js';
import { CommentText } from '../text/comment-text.js';
import { StatusBadge } from './status-badge.js';
import styles from './card.module.css';

const LINE = 160;

/** The comment that it answers, folded into one line. */
export function ParentComment({ parent }: { parent: NonNullable<ReviewComment['parent']> }) {
  const text = useText();
  const name = parent.authorName ?? text('author.anonymous');
  return (
    <details className={styles['parent']}>
      <summary>
        {text('comment.in-reply-to', { name })}
        <span dir="auto"> · {parent.body.slice(0, LINE)}</span>
      </summary>
      {parent.status !== 'published' && <StatusBadge status={parent.status} />}
      <CommentText body={parent.body} />
    </details>
  );
}
