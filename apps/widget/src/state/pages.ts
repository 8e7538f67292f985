import type { ThreadComment, ThreadPage } from '#contract';
import { EMPTY_THREAD, type Entry, statusOf, type Thread, withEntry } from './thread.js';

/** The first page in the place of all that was there, but for the reader's own that have no verdict yet. */
export function opened(before: Thread, page: ThreadPage): Thread {
  const kept = before.top.filter((id) => isWaiting(before.entries[id]) && !inPage(page, id));
  const entries = collected(
    page.comments,
    Object.fromEntries(kept.map((id) => [id, before.entries[id]!])),
  );
  const top = [...kept, ...page.comments.map(({ id }) => id)];
  return { ...EMPTY_THREAD, page: withoutComments(page), entries, top, next: page.next };
}

/** One more page of top comments. */
export function appended(thread: Thread, page: ThreadPage): Thread {
  const top = joined(thread.top, page.comments);
  const entries = collected(page.comments, thread.entries);
  return { ...thread, page: withoutComments(page), entries, top, next: page.next };
}

/** More replies of one comment. */
export function repliesAppended(thread: Thread, parent: string, page: ThreadPage): Thread {
  const entries = collected(page.comments, thread.entries);
  return withEntry({ ...thread, entries }, parent, (entry) => ({
    ...entry,
    replies: joined(entry.replies, page.comments),
    next: page.next,
  }));
}

/** Entries for comments and all the replies that came with them, over those that were known. */
export function collected(
  comments: readonly ThreadComment[],
  known: Thread['entries'],
): Thread['entries'] {
  const entries = { ...known };
  const collect = ({ replies, ...comment }: ThreadComment): void => {
    const before = entries[comment.id];
    const deeper = replies.comments.length > 0 || before === undefined;
    entries[comment.id] = {
      comment,
      replies: joined(before?.replies ?? [], replies.comments),
      next: deeper ? replies.next : before.next,
      total: replies.total,
    };
    replies.comments.forEach(collect);
  };
  comments.forEach(collect);
  return entries;
}

/** What is here already keeps its place. */
function joined(ids: readonly string[], comments: readonly ThreadComment[]): readonly string[] {
  return [...new Set([...ids, ...comments.map(({ id }) => id)])];
}

function withoutComments({ comments: _, next: __, ...page }: ThreadPage): Thread['page'] {
  return page;
}

function isWaiting(entry: Entry | undefined): boolean {
  return entry !== undefined && statusOf(entry) !== 'published';
}

function inPage(page: ThreadPage, id: string): boolean {
  return page.comments.some((comment) => comment.id === id);
}
