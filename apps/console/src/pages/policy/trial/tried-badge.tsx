import type { TriedStatus } from '#contract';
import { StatusBadge } from '../../../card/status-badge.js';
import { Badge } from '../../../design/badge.js';
import { type MessageId, useText } from '../../../messages/use-text.js';

/** The name of what would become of a comment. */
export const statusName = (status: TriedStatus): MessageId =>
  status === 'refused' ? 'policy.refused-status' : `status.${status}`;

/** What would become of a comment. */
export function TriedBadge({ status }: { status: TriedStatus }) {
  const text = useText();
  if (status !== 'refused') return <StatusBadge status={status} />;
  return <Badge tone="bad">{text(statusName(status))}</Badge>;
}
