import type { Actor, CommentStatus, ReviewAction } from '#contract';
import { moderatorName } from '../moderator-name.js';
import { type Happening, whyNotWaiting } from './conflicts.js';

/** The latest decision about a comment, with the name of the moderator who made it. */
export interface LatestRow {
  site_id: string;
  comment_id: string;
  id: string;
  actor: Actor;
  to_status: CommentStatus;
  reason: string;
  created_at: Date;
  moderator_id: string | null;
  name: string | null;
}

const ACTIONS: Partial<Record<CommentStatus, ReviewAction>> = {
  published: 'approve',
  rejected: 'reject',
};

/** What has become of a comment, as the one who comes too late is told. */
export function happeningOf(latest: LatestRow): Happening {
  const { actor, to_status: status, created_at: at, moderator_id: id, name } = latest;
  const by = moderatorName(id, name);
  if (latest.reason === 'UNDONE') {
    const sentence = `${by?.name ?? 'Somebody else'} has taken the decision back.`;
    return { code: 'CHANGED', by, action: null, at, version: null, sentence };
  }
  if (actor !== 'moderator') return whyNotWaiting(status, at);
  return { code: 'DECIDED', by, action: ACTIONS[status] ?? null, at, version: null };
}
