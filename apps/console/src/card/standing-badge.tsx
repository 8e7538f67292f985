import { useIntl } from 'react-intl';
import type { AuthorStanding, AuthorSummary } from '#contract';
import { Badge, type Tone } from '../design/badge.js';
import { useText } from '../messages/use-text.js';

const TONES: Record<AuthorStanding, Tone> = {
  new: 'accent',
  known: 'plain',
  trusted: 'good',
  premoderated: 'warn',
  suspended: 'bad',
  banned: 'bad',
};

/** How the site regards an author. */
export function StandingBadge({
  author,
}: {
  author: Pick<AuthorSummary, 'standing' | 'suspendedUntil'>;
}) {
  const text = useText();
  const intl = useIntl();
  const { standing, suspendedUntil } = author;
  return (
    <Badge tone={TONES[standing]}>
      {standing === 'suspended' && suspendedUntil !== null
        ? text('standing.suspended-until', {
            day: intl.formatDate(suspendedUntil, { day: 'numeric', month: 'short' }),
          })
        : text(`standing.${standing}`)}
    </Badge>
  );
}
