import { Link } from '@tanstack/react-router';
import { Layers } from 'lucide-react';
import { useId } from 'react';
import type { ReviewItem } from '#contract';
import { useReason } from '../messages/use-reason.js';
import { useText } from '../messages/use-text.js';
import { useSession } from '../session/use-session.js';
import { CommentText } from '../text/comment-text.js';
import { TimeAgo } from '../text/time-ago.js';
import { AuthorLine } from './author-line.js';
import { Notes } from './notes.js';
import { ParentComment } from './parent-comment.js';
import { Rejection } from './rejection.js';
import { Appeal, Reports } from './reports.js';
import { Scores } from './scores.js';
import { WhereLine } from './where-line.js';
import styles from './card.module.css';

/** Everything that one needs to decide about one comment. */
export function ReviewCard({
  item,
  onOnlyArticle,
}: {
  item: ReviewItem;
  /** Shows nothing but what waits under the same article. */
  onOnlyArticle?: () => void;
}) {
  const text = useText();
  const severalSites = useSession().sites.length > 1;
  const heading = useId();
  const { comment, author } = item;
  const name = author?.name ?? comment.authorName ?? text('author.anonymous');
  return (
    <article className={styles['card']} aria-labelledby={heading}>
      <h2 id={heading} className="visually-hidden">
        {text('card.comment-by', { name })}
      </h2>
      <header className={styles['top']}>
        <AuthorLine author={author} comment={comment}>
          <TimeAgo at={comment.createdAt} />
        </AuthorLine>
        <WhereLine comment={comment} withSite={severalSites} onOnly={onOnlyArticle} />
      </header>
      {comment.parent !== null && <ParentComment parent={comment.parent} />}
      <CommentText body={comment.body} spans={item.spans} reading />
      {item.rejection !== null && <Rejection rejection={item.rejection} />}
      {item.appeal !== null && <Appeal appeal={item.appeal} />}
      {item.reports !== null && item.reports.count > 0 && <Reports reports={item.reports} />}
      {item.notes.length > 0 && <Notes notes={item.notes} />}
      <Why item={item} />
      {item.campaign !== null && item.campaign.size > 1 && (
        <p className={styles['campaign']}>
          <Layers size={14} />
          {text('card.campaign', { count: item.campaign.size })}
          <Link to="/campaigns" hash={item.campaign.id}>
            {text('card.campaign-open')}
          </Link>
        </p>
      )}
    </article>
  );
}

/** Why it is here, in plain words, and what the checks found. */
function Why({ item }: { item: ReviewItem }) {
  const text = useText();
  const sentence = useReason();
  return (
    <section className={styles['section']}>
      <h3>{text('card.why')}</h3>
      <div className={styles['why']}>
        <p className={styles['sentence']} dir="auto">
          {sentence(item)}
        </p>
        <Scores findings={item.findings} said={sentence(item)} />
      </div>
    </section>
  );
}
