import { useIntl } from 'react-intl';
import { relativeTime } from './relative-time.js';
import { useNow } from './use-now.js';

/** How long ago something was, and when exactly on a closer look. */
export function TimeAgo({ at }: { at: string }) {
  const intl = useIntl();
  const now = useNow();
  const { value, unit } = relativeTime(Date.parse(at), now);
  const style = { style: 'narrow', numeric: 'auto' } as const;
  return (
    <time dateTime={at} title={intl.formatDate(at, { dateStyle: 'full', timeStyle: 'short' })}>
      {intl.formatRelativeTime(value, unit, style)}
    </time>
  );
}

/** A day and an hour, as in a list of what happened. */
export function TimeAt({ at }: { at: string }) {
  const intl = useIntl();
  return (
    <time dateTime={at} title={intl.formatDate(at, { dateStyle: 'full', timeStyle: 'long' })}>
      {intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}
