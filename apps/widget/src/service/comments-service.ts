import type {
  CommentPreview,
  CommentView,
  Reaction,
  SubmitCommentResult,
  ThreadPage,
  ThreadSort,
} from '#contract';
import { type Connection, request } from './client.js';

/** The article as the page describes it. */
export interface Article {
  id: string;
  title?: string;
  url?: string;
  section?: string;
}

export interface NewComment {
  article: Article;
  parentId: string | null;
  body: string;
  author?: { name: string };
}

export interface PageQuery {
  sort: ThreadSort;
  cursor?: string | null;
  /** Its replies instead of the top comments. */
  parent?: string;
  limit?: number;
}

/** How deep replies are asked for below the comments of a page. */
const DEPTH = '2';
/** The longest wait that the service grants, in seconds. */
const LONGEST_WAIT = 10;

const authorship = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { 'X-Author-Token': token };

/** The routes that the widget calls; all throw a Failure. */
export class CommentsService {
  constructor(readonly connection: Connection) {}

  read(article: string, { sort, cursor, parent, limit }: PageQuery): Promise<ThreadPage> {
    const query = { sort, cursor, parent, depth: DEPTH, limit: limit && String(limit) };
    const path = `/v1/articles/${encodeURIComponent(article)}/comments`;
    return request(this.connection, 'GET', path, { query: query as Record<string, string> });
  }

  /** @param key the same for the same comment, however often it is sent. */
  post(comment: NewComment, key: string): Promise<SubmitCommentResult> {
    const headers = { 'Idempotency-Key': key };
    return request(this.connection, 'POST', '/v1/comments', { body: comment, headers });
  }

  preview(comment: NewComment): Promise<CommentPreview> {
    return request(this.connection, 'POST', '/v1/comments/preview', { body: comment });
  }

  find(id: string, token?: string): Promise<CommentView> {
    return request(this.connection, 'GET', `/v1/comments/${id}`, { headers: authorship(token) });
  }

  /** Answers when its verdict is there, or still without one after a while. */
  verdict(id: string, token?: string): Promise<CommentView> {
    const headers = { ...authorship(token), Prefer: `wait=${LONGEST_WAIT}` };
    return request(this.connection, 'GET', `/v1/comments/${id}`, { headers });
  }

  edit(id: string, body: string, token?: string): Promise<SubmitCommentResult> {
    const headers = authorship(token);
    return request(this.connection, 'PATCH', `/v1/comments/${id}`, { body: { body }, headers });
  }

  remove(id: string, token?: string): Promise<void> {
    return request(this.connection, 'DELETE', `/v1/comments/${id}`, { headers: authorship(token) });
  }

  react(id: string, kind: Reaction, on: boolean): Promise<void> {
    const path = `/v1/comments/${id}/reactions/${kind}`;
    return request(this.connection, on ? 'PUT' : 'DELETE', path);
  }

  report(id: string, reason: string, detail: string): Promise<void> {
    const body = { reason, ...(detail && { detail }) };
    return request(this.connection, 'POST', `/v1/comments/${id}/reports`, { body });
  }

  appeal(id: string, text: string, token?: string): Promise<void> {
    const options = { body: { text }, headers: authorship(token) };
    return request(this.connection, 'POST', `/v1/comments/${id}/appeals`, options);
  }
}
