import { useIntl } from 'react-intl';
import type { LatestTrial, RetriedComment, TriedVerdict } from '#contract';
import { Line } from '../../../design/notice.js';
import { CommentRow } from '../../../layout/comment-row.js';
import { list } from '../../../layout/list.js';
import { useReason } from '../../../messages/use-reason.js';
import { useText } from '../../../messages/use-text.js';
import { usePolicyWords } from '../use-policy-words.js';
import { movesOf } from './trial-difference.js';
import { statusName, TriedBadge } from './tried-badge.js';
import styles from './trial.module.css';

/** How many of the latest comments a draft would decide otherwise, and which. */
export function LatestView({ trial }: { trial: LatestTrial }) {
  const text = useText();
  const words = usePolicyWords();
  const intl = useIntl();
  const { looked, comments, unanswered } = trial;
  const names = unanswered.map((name) => words.label(name.split('.')));
  return (
    <>
      <div role="status" className={styles['status']}>
        <Summary trial={trial} />
      </div>
      {looked > 0 && unanswered.length > 0 && (
        <Line>{text('policy.latest-unanswered', { names: intl.formatList(names) })}</Line>
      )}
      {comments.length > 0 && (
        <ul className={list.list}>
          {comments.map((retried) => (
            <RetriedRow key={retried.comment.id} retried={retried} />
          ))}
        </ul>
      )}
    </>
  );
}

function Summary({ trial: { looked, since, comments } }: { trial: LatestTrial }) {
  const text = useText();
  const intl = useIntl();
  if (since === null) return <p>{text('policy.latest-empty')}</p>;
  const from = intl.formatDate(since, { dateStyle: 'medium', timeStyle: 'short' });
  const moves = movesOf(comments).map(({ before, after, count }) =>
    text('policy.latest-move', {
      ...{ count, before: text(statusName(before)), after: text(statusName(after)) },
    }),
  );
  return (
    <>
      <p className={styles['summary']}>
        {text('policy.latest-otherwise', { count: comments.length, looked })}
      </p>
      {moves.length > 0 && <p>{intl.formatList(moves)}</p>}
      <p className={list.faint}>{text('policy.latest-since', { from })}</p>
    </>
  );
}

/** A comment with what either policy makes of it, and why. */
function RetriedRow({ retried: { comment, inForce, draft } }: { retried: RetriedComment }) {
  const text = useText();
  return (
    <CommentRow comment={comment}>
      <dl className={styles['verdicts']}>
        <Verdict title={text('policy.in-force-badge')} verdict={inForce} />
        <Verdict title={text('policy.try-draft')} verdict={draft} />
      </dl>
    </CommentRow>
  );
}

function Verdict({ title, verdict }: { title: string; verdict: TriedVerdict }) {
  const sentence = useReason();
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <TriedBadge status={verdict.status} /> <span dir="auto">{sentence(verdict)}</span>
      </dd>
    </div>
  );
}
