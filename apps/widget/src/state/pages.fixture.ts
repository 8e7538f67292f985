import type { ThreadComment, ThreadPage } from '#contract';

/** A comment with the given replies. */
export function comment(
  id: string,
  replies: ThreadComment[] = [],
  change: Partial<ThreadComment> = {},
): ThreadComment {
  return {
    id,
    parentId: null,
    author: { name: `by ${id}`, badge: null },
    body: `body of ${id}`,
    createdAt: '2026-11-22T12:00:00Z',
    editedAt: null,
    revision: 1,
    reactions: {},
    pinned: false,
    featured: false,
    replies: {
      total: replies.reduce((sum, reply) => sum + 1 + reply.replies.total, 0),
      comments: replies.map((reply) => ({ ...reply, parentId: id })),
      next: null,
    },
    ...change,
  };
}

/** A page of comments. */
export function page(comments: ThreadComment[], change: Partial<ThreadPage> = {}): ThreadPage {
  return {
    article: { id: 'a', count: comments.length, closed: false, title: null, url: null },
    sort: 'newest',
    comments,
    next: null,
    rules: {
      anonymous: true,
      editWindowSeconds: 300,
      maximumCharacters: 5000,
      nudge: false,
      reactions: ['like', 'dislike'],
    },
    reader: null,
    ...change,
  };
}
