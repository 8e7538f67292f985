import { Injectable } from '@nestjs/common';
import { Database, type Session } from '#database';
import {
  type Announcement,
  announcementOf,
  type AnnouncementRow,
  type ArticleRef,
  KEPT_SECONDS,
  type LogPosition,
} from './announcement.js';
import * as sql from './announcements.sql.js';

/** Announcements that one look takes in at most. */
const LOOK_ROWS = 500;

/** What a look at the log has found. */
export interface News {
  /** Everything of which something may have changed, announced or about to be. */
  touched: { siteId: string; article: string }[];
  announced: Announcement[];
  /** Whether there was more than a look takes in. */
  more: boolean;
}

/** Announcements, kept for ten minutes in the order of their commits, for whoever was away meanwhile. */
@Injectable()
export class AnnouncementLog {
  constructor(private readonly database: Database) {}

  /** Where the log ends now. */
  async position(): Promise<LogPosition> {
    const [row] = await this.database.query<{ id: string; now: Date }>(sql.POSITION);
    if (row === undefined) throw new Error('The log of announcements gave no position.');
    return { id: Number(row.id), at: row.now };
  }

  /** What is new since an announcement. */
  async newsSince(id: number): Promise<News> {
    const rows = await this.database.query<AnnouncementRow>(sql.NEWS, [id, LOOK_ROWS]);
    const announced = rows.filter(isAnnounced).map(announcementOf);
    announced.sort((one, other) => one.id - other.id);
    return {
      touched: rows.map(({ site_id: siteId, article }) => ({ siteId, article })),
      announced,
      more: announced.length === LOOK_ROWS || rows.length - announced.length >= LOOK_ROWS,
    };
  }

  /**
   * What was announced of a site's articles after one number and up to another; `null` if it is more
   * than `limit`.
   */
  async replay(
    { siteId, articles }: { siteId: string; articles: readonly string[] },
    { after, upTo, limit }: { after: number; upTo: number; limit: number },
  ): Promise<Announcement[] | null> {
    const values = [siteId, articles, after, upTo, limit + 1];
    const rows = await this.database.query<AnnouncementRow>(sql.REPLAY, values);
    return rows.length > limit ? null : rows.filter(isAnnounced).map(announcementOf);
  }
}

function isAnnounced(row: AnnouncementRow): row is AnnouncementRow & { id: string } {
  return row.id !== null;
}

/**
 * Announces comments that have changed, in the order given, to every process: with the commit of the
 * session's transaction, which should be short, since the next announcer waits for it.
 */
export async function announce(
  session: Session,
  comments: readonly { siteId: string; commentId: string }[],
): Promise<void> {
  const columns = [
    comments.map(({ siteId }) => siteId),
    comments.map(({ commentId }) => commentId),
  ];
  // Sent together, run in this order: the comments are read once the turn has come.
  await Promise.all([session.query(sql.TAKE_TURN), session.query(sql.WRITE, columns)]);
}

/**
 * Tells every process that an article itself has changed: what is kept of it is read again. To be called
 * when the change is committed. Nothing goes into the log, which is about comments.
 */
export async function announceArticle(session: Session, of: ArticleRef): Promise<void> {
  await session.query(sql.FORGET_ARTICLE, [of.siteId, of.article]);
}

/** Forgets announcements that are too old; a part of them at a time. */
export async function forgetAnnouncements(session: Session): Promise<void> {
  await session.execute(sql.FORGET, [KEPT_SECONDS]);
}
