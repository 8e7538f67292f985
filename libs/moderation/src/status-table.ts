import type { Actor, CommentStatus } from '#contract';

/** One allowed move of a comment, and who may make it. */
export interface StatusArrow {
  from: CommentStatus;
  to: CommentStatus;
  actors: readonly Actor[];
}

/** Every allowed move. Whatever is not here must not happen; a rejected comment cannot be edited, or it would be tried until it passes. */
export const STATUS_ARROWS: readonly StatusArrow[] = [
  // The verdict; the system holds what could not be checked in time.
  { from: 'pending', to: 'published', actors: ['check'] },
  { from: 'pending', to: 'held', actors: ['check', 'system'] },
  { from: 'pending', to: 'rejected', actors: ['check'] },
  // The review; the system decides what a rule decides, as when the moderators' time is over.
  { from: 'held', to: 'published', actors: ['moderator', 'system'] },
  { from: 'held', to: 'rejected', actors: ['moderator', 'system'] },
  // Second thoughts: reports, a recheck, a moderator who reads along.
  { from: 'published', to: 'held', actors: ['report', 'check', 'moderator'] },
  { from: 'published', to: 'rejected', actors: ['moderator', 'check'] },
  // Undo and appeal; an appeal that is turned down leaves the comment where it is, with a decision.
  { from: 'rejected', to: 'published', actors: ['moderator'] },
  { from: 'rejected', to: 'held', actors: ['moderator'] },
  { from: 'rejected', to: 'rejected', actors: ['moderator'] },
  // An edit is a new revision, checked again.
  { from: 'pending', to: 'pending', actors: ['author', 'site'] },
  { from: 'published', to: 'pending', actors: ['author', 'site'] },
  { from: 'held', to: 'pending', actors: ['author', 'site'] },
  // The end, from everywhere: nothing leads out of it.
  { from: 'pending', to: 'deleted', actors: ['author', 'site', 'system', 'moderator'] },
  { from: 'published', to: 'deleted', actors: ['author', 'site', 'system', 'moderator'] },
  { from: 'held', to: 'deleted', actors: ['author', 'site', 'system', 'moderator'] },
  { from: 'rejected', to: 'deleted', actors: ['author', 'site', 'system', 'moderator'] },
];

/** Who may move a comment from one status to another; nobody where there is no arrow. */
export function actorsFor(from: CommentStatus, to: CommentStatus): readonly Actor[] {
  return STATUS_ARROWS.find((arrow) => arrow.from === from && arrow.to === to)?.actors ?? [];
}

/** Whether an actor may move a comment from one status to another. */
export function canMove(from: CommentStatus, to: CommentStatus, actor: Actor): boolean {
  return actorsFor(from, to).includes(actor);
}
