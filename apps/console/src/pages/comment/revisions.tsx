import type { CommentHistory } from '#contract';
import cardStyles from '../../card/card.module.css';
import { Scores } from '../../card/scores.js';
import { list } from '../../layout/list.js';
import { useText } from '../../messages/use-text.js';
import { CommentText } from '../../text/comment-text.js';
import { TimeAt } from '../../text/time-ago.js';
import styles from './revisions.module.css';

/** What the checks found in every version of the text; the text itself where there are several. */
export function Revisions({ revisions }: { revisions: CommentHistory['revisions'] }) {
  const text = useText();
  return (
    <ol className={styles['revisions']}>
      {revisions.map(({ revision, body, at, findings }) => (
        <li key={revision} className={cardStyles['why']}>
          {revisions.length > 1 && (
            <>
              <div className={list.line}>
                <strong>{text('comment.revision', { revision })}</strong>
                <span className={list.faint}>
                  <TimeAt at={at} />
                </span>
              </div>
              <CommentText body={body} spans={findings.flatMap(({ spans }) => spans)} />
            </>
          )}
          {findings.length === 0 ? (
            <p className={list.soft}>{text('comment.no-findings')}</p>
          ) : (
            <Scores findings={findings} />
          )}
        </li>
      ))}
    </ol>
  );
}
