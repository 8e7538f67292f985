import type { CommentStatus } from '#contract';
import { Badge, type Tone } from '../design/badge.js';
import { useText } from '../messages/use-text.js';

const TONES: Record<CommentStatus, Tone> = {
  pending: 'plain',
  published: 'good',
  held: 'warn',
  rejected: 'bad',
  deleted: 'plain',
};

/** Where a comment stands. */
export function StatusBadge({ status }: { status: CommentStatus }) {
  const text = useText();
  return <Badge tone={TONES[status]}>{text(`status.${status}`)}</Badge>;
}
