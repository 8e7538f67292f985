import type {
  AuditPage,
  AuthorCard,
  CommentHistory,
  DecideResult,
  Placement,
  RejectReason,
  ReviewCommentPage,
  ReviewNote,
  SetStanding,
} from '#contract';
import { request, type Query } from './request.js';
import type { Judgment } from './reviews.js';

export const fetchComment = (id: string): Promise<CommentHistory> =>
  request('GET', `/reviews/comments/${id}`);
export const decideComment = (
  id: string,
  body: Judgment & { revision: number },
): Promise<DecideResult> => request('POST', `/reviews/comments/${id}/decisions`, { body });
export const placeComment = (id: string, change: Partial<Placement>): Promise<Placement> =>
  request('PUT', `/reviews/comments/${id}/placement`, { body: change });
export const addNote = (id: string, text: string): Promise<ReviewNote> =>
  request('POST', `/reviews/comments/${id}/notes`, { body: { text } });
export const searchComments = (query: Query): Promise<ReviewCommentPage> =>
  request('GET', '/reviews/search', { query });

export const fetchAuthor = (id: string): Promise<AuthorCard> =>
  request('GET', `/reviews/authors/${id}`);
export const fetchAuthorComments = (id: string, query: Query): Promise<ReviewCommentPage> =>
  request('GET', `/reviews/authors/${id}/comments`, { query });
export interface StandingChange {
  standing: SetStanding | null;
  /** ISO 8601; for a suspension. */
  until?: string;
  rejectOpen?: boolean;
  note?: string;
}
export const setStanding = (id: string, body: StandingChange): Promise<AuthorCard> =>
  request('PUT', `/reviews/authors/${id}/standing`, { body });

export const fetchReasons = (site: string): Promise<RejectReason[]> =>
  request('GET', '/reviews/reasons', { query: { site } });
export const fetchAudit = (query: Query): Promise<AuditPage> => request('GET', '/audit', { query });
export const writeReasons = (
  site: string,
  reasons: { id?: string; title: string; authorText: string }[],
): Promise<RejectReason[]> =>
  request('PUT', '/reviews/reasons', { query: { site }, body: { reasons } });
