import type { CommentStatus, ReviewComment } from '#contract';
import type { Session, Statement } from '#database';

import type { CommentRef } from '#transitions';
import { knownLanguage } from './known-language.js';

/** Comments with their articles and parents, looked up one by one; see libs/pipeline/src/gather.sql.ts. */
export const COMMENTS: Statement = {
  name: 'reviews.comments',
  text: `
    SELECT comment.site_id, comment.id, comment.status, comment.revision, comment.body,
      comment.author_name, comment.author_id, comment.created_at, comment.edited_at,
      comment.parent_id, site.name AS site_name, article.external_id, article.title, article.url,
      article.section, article.published_count, parent.author_name AS parent_author_name,
      parent.body AS parent_body, parent.status AS parent_status
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
    CROSS JOIN LATERAL (
      SELECT * FROM comments WHERE site_id = wanted.site_id AND id = wanted.id LIMIT 1
    ) AS comment
    CROSS JOIN LATERAL (SELECT name FROM sites WHERE id = comment.site_id LIMIT 1) AS site
    CROSS JOIN LATERAL (
      SELECT * FROM articles WHERE site_id = comment.site_id AND id = comment.article_id LIMIT 1
    ) AS article
    LEFT JOIN LATERAL (
      SELECT author_name, body, status FROM comments
      WHERE site_id = comment.site_id AND id = comment.parent_id
      LIMIT 1
    ) AS parent ON true`,
};

interface CommentRow {
  site_id: string;
  id: string;
  status: CommentStatus;
  revision: number;
  body: string;
  author_name: string | null;
  author_id: string | null;
  created_at: Date;
  edited_at: Date | null;
  parent_id: string | null;
  site_name: string;
  external_id: string;
  title: string | null;
  url: string | null;
  section: string | null;
  published_count: number;
  parent_author_name: string | null;
  parent_body: string | null;
  parent_status: CommentStatus | null;
}

/**
 * Comments as moderators see them, whatever their status, in the order asked for; unknown ones are left out.
 * @param languages those that are known already, by the comments' ids: to tell one takes a millisecond
 */
export async function readReviewComments(
  session: Session,
  refs: readonly CommentRef[],
  languages: ReadonlyMap<string, string | null> = new Map(),
): Promise<ReviewComment[]> {
  if (refs.length === 0) return [];
  const rows = await session.query<CommentRow>(COMMENTS, [
    refs.map(({ siteId }) => siteId),
    refs.map(({ commentId }) => commentId),
  ]);
  const byId = new Map(rows.map((row) => [`${row.site_id}/${row.id}`, row]));
  return refs.flatMap(({ siteId, commentId }) => {
    const row = byId.get(`${siteId}/${commentId}`);
    return row === undefined ? [] : [commentOf(row, languages.get(row.id))];
  });
}

function commentOf(row: CommentRow, language: string | null | undefined): ReviewComment {
  return {
    id: row.id,
    site: { id: row.site_id, name: row.site_name },
    status: row.status,
    revision: row.revision,
    body: row.body,
    authorName: row.author_name,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    language: language === undefined ? knownLanguage(row) : language,
    article: {
      id: row.external_id,
      title: row.title,
      url: row.url,
      section: row.section,
      published: row.published_count,
    },
    parent: parentOf(row),
  };
}

function parentOf(row: CommentRow): ReviewComment['parent'] {
  if (row.parent_id === null || row.parent_status === null) return null;
  return {
    id: row.parent_id,
    authorName: row.parent_author_name,
    body: row.parent_body ?? '',
    status: row.parent_status,
  };
}
