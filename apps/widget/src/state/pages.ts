import type { ThreadComment, ThreadPage } from '#contract';
import { EMPTY_THREAD, type Entry, statusOf, type Thread, withEntry } from './thread.js';

/** The first page in the place of all that was there, but for the reader's own that have no verdict yet. */
export function opened(before: Thread, page: ThreadPage): Thread {
  const entries = collected(page.comments, {});
  const kept = before.top
    .map((id) => before.entries[id])
    .filter((entry) => entry !== undefined)
    .filter((entry) => statusOf(entry) !== 'published' && !entries[entry.comment.id]);
  for (const entry of kept) entries[entry.comment.id] = entry;
  const top = [...kept, ...page.comments.map(({ id }) => ({ comment: { id } }))];
  return {
    ...EMPTY_THREAD,
    page: withoutComments(page),
    entries,
    top: top.map(({ comment }) => comment.id),
    next: page.next,
  };
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
): Record<string, Entry> {
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
