import type { CommentStatus } from '#contract';
import { type Entry, type Thread, withEntry } from './thread.js';

type Comment = Entry['comment'];

/** What the reader has just written, in the place where it will stand. */
export interface Written {
  id: string;
  parentId: string | null;
  name: string | null;
  body: string;
  createdAt: string;
  editableUntil: string | null;
}

/** A comment of the reader's as the widget itself knows it. */
export function ownComment(written: Written, status: CommentStatus): Comment {
  const { id, parentId, name, body, createdAt, editableUntil } = written;
  return {
    id,
    parentId,
    author: { name, badge: null },
    body,
    createdAt,
    editedAt: null,
    revision: 1,
    reactions: {},
    pinned: false,
    featured: false,
    own: { status, editableUntil, rejection: null },
  };
}

/** Puts it on top of the comments, or below the replies of its parent, where that is shown. */
export function placed(thread: Thread, comment: Comment): Thread {
  if (thread.entries[comment.id] !== undefined) return thread;
  const entry: Entry = { comment, replies: [], next: null, total: 0 };
  const entries = { ...thread.entries, [comment.id]: entry };
  // The stream may have been faster than the answer.
  const fresh = thread.fresh.filter(({ id }) => id !== comment.id);
  const added = { ...thread, entries, fresh };
  const { parentId } = comment;
  if (parentId === null) return { ...added, top: [comment.id, ...thread.top] };
  return withEntry(added, parentId, (parent) => ({
    ...parent,
    replies: [...parent.replies, comment.id],
  }));
}

/** It is taken out, and with it the replies below it. */
export function withdrawn(thread: Thread, id: string): Thread {
  const { [id]: entry, ...entries } = thread.entries;
  if (entry === undefined) return thread;
  const without = (ids: readonly string[]): readonly string[] =>
    ids.filter((other) => other !== id);
  const rest = { ...thread, entries, top: without(thread.top) };
  const { parentId } = entry.comment;
  if (parentId === null) return rest;
  return withEntry(rest, parentId, (parent) => ({ ...parent, replies: without(parent.replies) }));
}

/** A verdict, or a moderator's decision, on a comment of the reader's. */
export function settled(
  thread: Thread,
  id: string,
  status: CommentStatus,
  rejection: NonNullable<Comment['own']>['rejection'] = null,
): Thread {
  const before = thread.entries[id]?.comment.own?.status;
  const counts = before !== 'published' && status === 'published';
  const counted = counts ? withParentTotals(thread, id) : thread;
  return withEntry(counted, id, (entry) => {
    if (entry.comment.own === undefined) return entry;
    const own = { ...entry.comment.own, status, rejection };
    return { ...entry, gone: false, comment: { ...entry.comment, own } };
  });
}

/** One more published reply below each comment above it. */
function withParentTotals(thread: Thread, id: string): Thread {
  const parentId = thread.entries[id]?.comment.parentId;
  if (parentId == null || thread.entries[parentId] === undefined) return thread;
  const counted = withEntry(thread, parentId, (entry) => ({ ...entry, total: entry.total + 1 }));
  return withParentTotals(counted, parentId);
}
