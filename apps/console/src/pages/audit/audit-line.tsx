import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { AuditEntry } from '#contract';
import { list } from '../../layout/list.js';
import { useText, type MessageId } from '../../messages/use-text.js';
import { TimeAt } from '../../text/time-ago.js';

/** What was done, in words; its code where the catalog has none. */
export function useActionText(): (action: string) => string {
  const text = useText();
  const intl = useIntl();
  return (action) => {
    const id = `audit.${action}`;
    return Object.hasOwn(intl.messages, id) ? text(id as MessageId) : action;
  };
}

/** One line of the audit trail. */
export function AuditLine({
  entry,
  withSubject = true,
}: {
  entry: AuditEntry;
  withSubject?: boolean;
}) {
  const text = useText();
  const actionText = useActionText();
  return (
    <li>
      <div className={list.line}>
        <bdi className={list.strong}>{entry.by?.name ?? text(`actor.${entry.actor}`)}</bdi>
        <span>{actionText(entry.action)}</span>
        {withSubject && <Subject subject={entry.subject} />}
        <span className={`${list.end ?? ''} ${list.faint ?? ''}`}>
          <TimeAt at={entry.at} />
        </span>
      </div>
      {entry.note !== null && (
        <p className={list.soft} dir="auto">
          {entry.note}
        </p>
      )}
    </li>
  );
}

/** Where it leads; of anything but comments and authors the words before have said it all. */
function Subject({ subject: { type, id } }: Pick<AuditEntry, 'subject'>) {
  const text = useText();
  if (type === 'comment')
    return (
      <Link to="/comments/$id" params={{ id }} className={list.more}>
        {text('subject.comment')}
      </Link>
    );
  if (type === 'author')
    return (
      <Link to="/authors/$id" params={{ id }} className={list.more}>
        {text('subject.author')}
      </Link>
    );
  return null;
}
