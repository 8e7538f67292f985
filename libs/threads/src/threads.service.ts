import { Injectable } from '@nestjs/common';
import {
  COUNTED_REPLIES,
  DomainError,
  REACTIONS,
  type ThreadComment,
  type ThreadPage,
} from '#contract';
import { MAXIMUM_BODY_CHARACTERS } from '#comments';
import { Database } from '#database';
import { PoliciesService } from '#policies';
import { OwnComments, type ReaderRef } from './own-comments.js';
import { cursorOf, firstPlace, type PageOrder, type PagePlace, placeOf } from './thread-cursor.js';
import { type DetailRow, threadCommentOf, type TopRow, type TreeRow } from './thread-rows.js';
import { ThreadTree } from './thread-tree.js';
import * as sql from './threads.sql.js';
import type { ThreadQuery } from './thread-query.js';

interface ArticleRow {
  id: string;
  title: string | null;
  url: string | null;
  section: string;
  closed: boolean;
  count: number;
}

/** Replies that are shown of one comment; more are a page of their own. */
const REPLIES_PER_COMMENT = 5;
/** Replies that are shown of one thread, over all its levels, about. */
const REPLIES_PER_THREAD = 60;

const PAGES = { newest: sql.NEWEST, oldest: sql.OLDEST, best: sql.BEST, replies: sql.REPLIES };
/** An article that nobody has described and nobody commented on is one without comments. */
const UNKNOWN = { id: null, title: null, url: null, section: '', closed: false, count: 0 };

/** Threads, as readers see them; the same few statements for every page, whatever is on it. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly own: OwnComments,
  ) {}

  /**
   * A page of the comments under an article, or of the replies to one of them.
   * @param reader for whom it is made; `null` for everybody.
   * @throws DomainError COMMENT_NOT_FOUND for a parent that is not shown here; VALIDATION_FAILED for a cursor of another order.
   */
  async read(siteId: string, query: ThreadQuery, reader: ReaderRef | null): Promise<ThreadPage> {
    const [found] = await this.database.query<ArticleRow>(sql.ARTICLE, [siteId, query.article]);
    const { id: articleId, section, ...article } = found ?? UNKNOWN;
    const { policy } = await this.policies.current({ siteId, section });
    const page =
      articleId === null
        ? { comments: [], next: null }
        : await this.readPage(siteId, articleId, query);
    if (query.parent !== undefined && articleId === null) throw notFound();
    const { anonymous, editWindowSeconds, nudge } = policy;
    if (reader !== null && articleId !== null) {
      await this.own.mark(page.comments, { siteId, articleId, query, reader, editWindowSeconds });
    }
    return {
      article: { ...article, id: query.article },
      sort: query.sort,
      ...page,
      rules: {
        ...{ anonymous, editWindowSeconds, nudge },
        maximumCharacters: MAXIMUM_BODY_CHARACTERS,
        reactions: [...REACTIONS],
      },
      reader: reader && { name: reader.name, anonymous: reader.anonymous },
    };
  }

  private async readPage(
    siteId: string,
    articleId: string,
    query: ThreadQuery,
  ): Promise<Pick<ThreadPage, 'comments' | 'next'>> {
    const order: PageOrder = query.parent === undefined ? query.sort : 'replies';
    const place = query.cursor === undefined ? firstPlace(order) : placeOf(order, query.cursor);
    if (place === null) throw badCursor();
    if (query.parent !== undefined) await this.assertShown(siteId, articleId, query.parent);
    const within = query.parent ?? articleId;
    const isFirst = query.parent === undefined && query.cursor === undefined;
    const [pinned, found] = await Promise.all([
      isFirst ? this.database.query<TopRow>(sql.PINNED, [siteId, articleId]) : [],
      this.tops(order, [siteId, within], place, query.limit + 1),
    ]);
    const { tops, behind } = pageOf(found, query.limit);
    const next = behind === undefined ? null : cursorOf(order, behind);
    const ids = [...pinned, ...tops].map(({ id }) => id);
    return { comments: await this.withReplies(siteId, ids, query.depth), next };
  }

  private tops(
    order: PageOrder,
    within: [siteId: string, of: string],
    { micros, id, score }: PagePlace,
    count: number,
  ): Promise<TopRow[]> {
    const values = [...within, micros, id, count];
    return this.database.query<TopRow>(
      PAGES[order],
      order === 'best' ? [...values, score] : values,
    );
  }

  private async withReplies(
    siteId: string,
    tops: string[],
    depth: number,
  ): Promise<ThreadComment[]> {
    if (tops.length === 0) return [];
    const perLevel = Math.ceil(REPLIES_PER_THREAD / Math.max(1, depth));
    const limits = [depth, REPLIES_PER_COMMENT, perLevel];
    const rows = await this.database.query<TreeRow>(sql.TREE, [siteId, tops, ...limits]);
    const tree = new ThreadTree(tops, rows);
    const [details, totals] = await Promise.all([
      this.database.query<DetailRow>(sql.DETAILS, [siteId, tree.ids()]),
      this.database.query<{ id: string; total: number }>(sql.TOTALS, [
        ...[siteId, tree.unfinishedIds(), COUNTED_REPLIES],
      ]),
    ]);
    return tree.build(
      new Map(details.map((row) => [row.id, threadCommentOf(row)])),
      new Map(totals.map(({ id, total }) => [id, total])),
    );
  }

  private async assertShown(siteId: string, articleId: string, id: string): Promise<void> {
    const [row] = await this.database.query<{ article_id: string }>(sql.SHOWN, [siteId, id]);
    if (row?.article_id !== articleId) throw notFound();
  }
}

/** The comments of a page, and the one that the next page is behind, where there may be one. */
function pageOf(found: TopRow[], limit: number): { tops: TopRow[]; behind: TopRow | undefined } {
  const lookedAt = found.find(({ score }) => score < 0);
  if (lookedAt !== undefined) {
    return { tops: found.filter((row) => row !== lookedAt), behind: { ...lookedAt, score: 0 } };
  }
  const tops = found.slice(0, limit);
  return { tops, behind: found.length > limit ? tops.at(-1) : undefined };
}

function notFound(): DomainError {
  return new DomainError('COMMENT_NOT_FOUND', 'There is no such comment under this article.');
}

function badCursor(): DomainError {
  const message = 'must be the next of a page in the same order';
  return new DomainError('VALIDATION_FAILED', `cursor ${message}.`, [
    { field: 'cursor', rule: 'isCursor', message },
  ]);
}
