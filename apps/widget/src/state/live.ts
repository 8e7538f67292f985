import type { ArticleEvent, Reaction, ThreadComment, ThreadPage } from '#contract';
import { collected } from './pages.js';
import { type Fresh, statusOf, type Thread, withComment, withEntry } from './thread.js';

/** An event of the article's stream. What is new waits for the reader to ask for it. */
export function announced(thread: Thread, event: ArticleEvent): Thread {
  if (event.type === 'count') return counted(thread, event.count);
  if (event.type === 'reset') return thread;
  const { id, parentId, shown } = event;
  if (thread.entries[id] !== undefined)
    return withEntry(thread, id, (entry) => ({
      ...entry,
      gone: !shown && statusOf(entry) === 'published',
    }));
  const others = thread.fresh.filter((fresh) => fresh.id !== id);
  return { ...thread, fresh: shown ? [...others, { id, parentId }] : others };
}

function counted(thread: Thread, count: number): Thread {
  const { page } = thread;
  if (page === null) return thread;
  return { ...thread, page: { ...page, article: { ...page.article, count } } };
}

/** A newer reading of a page: what is here is brought up to date, what is not is announced. */
export function refreshed(thread: Thread, page: ThreadPage): Thread {
  const known = page.comments.filter(({ id }) => thread.entries[id] !== undefined);
  const { comments: _, next: __, ...rest } = page;
  const current = { ...thread, page: rest, entries: collected(known, thread.entries) };
  const missing = page.comments.filter(({ id }) => thread.entries[id] === undefined);
  return missing.reduce<Thread>((sum, { id, parentId, own }) => {
    if (own !== undefined && own.status !== 'published') return sum;
    return announced(sum, { type: 'comment', id, parentId, shown: true });
  }, current);
}

/** Shows those announced comments that are among the given ones, on top or below their parents' replies. */
export function freshShown(thread: Thread, comments: readonly ThreadComment[]): Thread {
  const ids = new Set(thread.fresh.map(({ id }) => id));
  const asked = comments.filter(({ id }) => ids.has(id) && thread.entries[id] === undefined);
  const shown = new Set(asked.map(({ id }) => id));
  const entries = collected(asked, thread.entries);
  const fresh = thread.fresh.filter(({ id }) => !shown.has(id));
  const top = asked.filter(({ parentId }) => parentId === null).map(({ id }) => id);
  const replies = asked.filter(({ parentId }) => parentId !== null);
  return replies.reduce<Thread>(belowParent, {
    ...thread,
    entries,
    fresh,
    top: [...top, ...thread.top],
  });
}

function belowParent(thread: Thread, { id, parentId, replies }: ThreadComment): Thread {
  return withEntry(thread, parentId ?? '', (parent) => ({
    ...parent,
    replies: [...new Set([...parent.replies, id])],
    total: parent.total + 1 + replies.total,
  }));
}

/** Those of the announced that can be shown: on top, or below a comment that is here. */
export function showable(thread: Thread): readonly Fresh[] {
  return thread.fresh.filter(({ parentId }) => parentId === null || thread.entries[parentId]);
}

/** The reader's reaction, before the service has said yes. */
export function reacted(thread: Thread, id: string, kind: Reaction, on: boolean): Thread {
  const comment = thread.entries[id]?.comment;
  if (comment === undefined) return thread;
  const { reacted: before = [], reactions } = comment;
  if (before.includes(kind) === on) return thread;
  const count = Math.max(0, (reactions[kind] ?? 0) + (on ? 1 : -1));
  return withComment(thread, id, {
    reacted: on ? [...before, kind] : before.filter((other) => other !== kind),
    reactions: { ...reactions, [kind]: count },
  });
}
