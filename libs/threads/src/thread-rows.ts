import type { Badge, CommentStatus, Reaction, ThreadComment } from '#contract';

/** A comment of a page's own order; with a negative score it is on no page, and the next one is behind it. */
export interface TopRow {
  id: string;
  micros: string;
  score: number;
}

/** A reply somewhere below. */
export interface TreeRow {
  id: string;
  parent_id: string;
  /** Whether it is shown; else it only says that there are more. */
  opened: boolean;
  micros: string;
}

export interface TallyRow {
  likes: number | null;
  dislikes: number | null;
  thanks: number | null;
  funny: number | null;
}

export interface DetailRow extends TallyRow {
  id: string;
  parent_id: string | null;
  author_id: string | null;
  author_name: string | null;
  badge: Badge | null;
  body: string;
  status: CommentStatus;
  created_at: Date;
  edited_at: Date | null;
  revision: number;
  pinned: boolean;
  featured: boolean;
}

/** The reactions that there are. */
export function reactionsOf(row: TallyRow): Partial<Record<Reaction, number>> {
  const all: [Reaction, number | null][] = [
    ['like', row.likes],
    ['dislike', row.dislikes],
    ['thanks', row.thanks],
    ['funny', row.funny],
  ];
  return Object.fromEntries(all.filter(([, count]) => count !== null && count > 0));
}

/** A comment as readers see it, without its replies. */
export function threadCommentOf(row: DetailRow): ThreadComment {
  return {
    id: row.id,
    parentId: row.parent_id,
    author: { name: row.author_name, badge: row.badge },
    body: row.body,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    revision: row.revision,
    reactions: reactionsOf(row),
    pinned: row.pinned,
    featured: row.featured,
    replies: { total: 0, comments: [], next: null },
  };
}
