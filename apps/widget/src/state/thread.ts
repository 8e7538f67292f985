import type { CommentStatus, ThreadComment, ThreadPage } from '#contract';

/** A comment in the place where it is shown, with what is known of its replies. */
export interface Entry {
  comment: Omit<ThreadComment, 'replies'>;
  replies: readonly string[];
  /** Gives more replies; `null` when there are none, or none were asked for. */
  next: string | null;
  /** How many replies there are below it, at any depth. */
  total: number;
  /** No longer shown, its place kept: nothing jumps under the reader's eyes. */
  gone?: boolean;
}

/** A comment that was announced and is not shown yet. */
export interface Fresh {
  id: string;
  parentId: string | null;
}

/** The comments under an article as far as they are known here. Never changed in place. */
export interface Thread {
  page: Omit<ThreadPage, 'comments' | 'next'> | null;
  entries: Readonly<Record<string, Entry>>;
  top: readonly string[];
  next: string | null;
  fresh: readonly Fresh[];
}

export const EMPTY_THREAD: Thread = { page: null, entries: {}, top: [], next: null, fresh: [] };

/** The thread with one entry changed; as it was where it has none of that id. */
export function withEntry(thread: Thread, id: string, change: (entry: Entry) => Entry): Thread {
  const entry = thread.entries[id];
  if (entry === undefined) return thread;
  return { ...thread, entries: { ...thread.entries, [id]: change(entry) } };
}

/** The thread with one comment changed. */
export function withComment(thread: Thread, id: string, change: Partial<Entry['comment']>): Thread {
  return withEntry(thread, id, (entry) => ({ ...entry, comment: { ...entry.comment, ...change } }));
}

/** Where the comment stands, as far as its reader can know: what others wrote is published. */
export function statusOf({ comment }: Entry): CommentStatus {
  return comment.own?.status ?? 'published';
}

/** How many replies are known of but not here. */
export function repliesLeft(thread: Thread, entry: Entry): number {
  const known = entry.replies.reduce((sum, id) => {
    const reply = thread.entries[id];
    // Those that only their author sees are in no total.
    return reply && statusOf(reply) === 'published' ? sum + 1 + reply.total : sum;
  }, 0);
  return Math.max(0, entry.total - known);
}
