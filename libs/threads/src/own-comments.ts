import { Injectable } from '@nestjs/common';
import { rejectionOf, type RejectionRow } from '#comments';
import type { CommentStatus, Reaction, Rejection, ThreadComment } from '#contract';
import { Database } from '#database';
import { REACTED } from './reactions.sql.js';
import type { ThreadQuery } from './thread-query.js';
import { type DetailRow, threadCommentOf } from './thread-rows.js';
import * as sql from './threads.sql.js';

/** Who reads, as threads know readers. */
export interface ReaderRef {
  identity: string;
  vouched: boolean;
  anonymous: boolean;
  name: string | null;
  /** By what reactions know the reader: a keyed hash. */
  key: Buffer;
}

interface Page {
  siteId: string;
  articleId: string;
  query: ThreadQuery;
  reader: ReaderRef;
  editWindowSeconds: number;
}

/** Marks on a page what is its reader's own, and adds what nobody else sees. */
@Injectable()
export class OwnComments {
  constructor(private readonly database: Database) {}

  /** Changes the comments of the page in place. */
  async mark(comments: ThreadComment[], page: Page): Promise<void> {
    const { siteId, reader } = page;
    const shown = byId(comments);
    const [[author], reacted] = await Promise.all([
      this.database.query<{ id: string }>(sql.AUTHOR, [siteId, reader.identity, reader.vouched]),
      this.database.query<{ comment_id: string; kind: Reaction }>(REACTED, [
        siteId,
        [...shown.keys()],
        reader.key,
      ]),
    ]);
    for (const comment of shown.values()) comment.reacted = [];
    for (const { comment_id: id, kind } of reacted) shown.get(id)?.reacted?.push(kind);
    if (author !== undefined) await this.markOf(author.id, comments, shown, page);
  }

  private async markOf(
    authorId: string,
    comments: ThreadComment[],
    shown: Map<string, ThreadComment>,
    { siteId, articleId, query, editWindowSeconds }: Page,
  ): Promise<void> {
    const [published, waiting] = await Promise.all([
      this.database.query<{ id: string }>(OWN, [siteId, [...shown.keys()], authorId]),
      this.database.query<DetailRow & RejectionRow>(sql.WAITING, [siteId, authorId, articleId]),
    ]);
    const own = (status: CommentStatus, createdAt: Date, rejection: Rejection | null = null) => ({
      status,
      editableUntil: editableUntil(status, createdAt, editWindowSeconds),
      rejection,
    });
    for (const { id } of published) {
      const comment = shown.get(id);
      if (comment) comment.own = own('published', new Date(comment.createdAt));
    }
    // Oldest first, so that one that answers another of the reader's own finds it there.
    for (const row of waiting.reverse()) {
      const siblings = placeFor(row, comments, shown, query);
      if (siblings === null) continue;
      const added = {
        ...threadCommentOf(row),
        own: own(row.status, row.created_at, rejectionOf(row)),
        reacted: [],
      };
      shown.set(row.id, added);
      if (row.parent_id === (query.parent ?? null) && query.parent === undefined)
        siblings.unshift(added);
      else siblings.push(added);
    }
  }
}

const OWN = {
  name: 'threads.own',
  text: `SELECT id FROM comments WHERE site_id = $1 AND id = ANY ($2::uuid[]) AND author_id = $3`,
};

/** Where a comment that nobody else sees belongs; `null` if that is not on this page. */
function placeFor(
  { parent_id: parentId }: DetailRow,
  comments: ThreadComment[],
  shown: ReadonlyMap<string, ThreadComment>,
  { parent, cursor }: ThreadQuery,
): ThreadComment[] | null {
  // Once, and not on every page.
  if (parentId === (parent ?? null)) return cursor === undefined ? comments : null;
  return parentId === null ? null : (shown.get(parentId)?.replies.comments ?? null);
}

function byId(comments: readonly ThreadComment[]): Map<string, ThreadComment> {
  const all = new Map<string, ThreadComment>();
  const visit = (comment: ThreadComment): void => {
    all.set(comment.id, comment);
    comment.replies.comments.forEach(visit);
  };
  comments.forEach(visit);
  return all;
}

function editableUntil(status: CommentStatus, createdAt: Date, seconds: number): string | null {
  const until = createdAt.getTime() + seconds * 1000;
  return status === 'rejected' || until <= Date.now() ? null : new Date(until).toISOString();
}
