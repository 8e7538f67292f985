/** An article by the name that its site gives it. */
export interface ArticleRef {
  siteId: string;
  article: string;
}

/** That something about a comment has changed, and how it was when that was passed on. */
export interface Announcement extends ArticleRef {
  /** Grows in the order of commits. */
  id: number;
  commentId: string;
  parentId: string | null;
  /** Whether readers see the comment. */
  shown: boolean;
  /** How many comments are shown under the article. */
  count: number;
}

/** A place in the log of announcements: behind all up to `id`, at a time by the database's clock. */
export interface LogPosition {
  id: number;
  at: Date;
}

/** For how long announcements are kept. */
export const KEPT_SECONDS = 600;

export interface AnnouncementRow {
  /** `null` for what waits in the outbox to be announced. */
  id: string | null;
  site_id: string;
  article: string;
  comment_id: string;
  parent_id: string | null;
  shown: boolean;
  count: number;
}

export function announcementOf(row: AnnouncementRow & { id: string }): Announcement {
  return {
    id: Number(row.id),
    siteId: row.site_id,
    article: row.article,
    commentId: row.comment_id,
    parentId: row.parent_id,
    shown: row.shown,
    count: row.count,
  };
}
