import type { FieldProblem } from './problem.js';

/** What can go wrong for a caller, as stable codes. The API maps each to an HTTP status. */
export const ERROR_CODES = [
  'VALIDATION_FAILED',
  'MALFORMED_JSON',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'ROUTE_NOT_FOUND',
  'SITE_KEY_MISSING',
  'SITE_KEY_UNKNOWN',
  'SECRET_KEY_REQUIRED',
  'SECRET_KEY_UNKNOWN',
  'SECRET_KEY_OF_ANOTHER_SITE',
  'ORIGIN_NOT_ALLOWED',
  'AUTHOR_TOKEN_REQUIRED',
  'AUTHOR_TOKEN_WRONG',
  'NOT_THE_AUTHOR',
  'READER_TOKEN_REQUIRED',
  'READER_TOKEN_INVALID',
  'READER_KEYS_UNAVAILABLE',
  'NUDGE_OFF',
  'RATE_LIMITED',
  'ARTICLE_NOT_FOUND',
  'ARTICLE_CLOSED',
  'COMMENTS_CLOSED',
  'COMMENT_NOT_FOUND',
  'COMMENT_NOT_EDITABLE',
  'EDIT_WINDOW_OVER',
  'PARENT_NOT_FOUND',
  'PARENT_OF_ANOTHER_ARTICLE',
  'PARENT_DELETED',
  'IDEMPOTENCY_KEY_REUSED',
  'POLICY_CHANGED',
  'POLICY_VERSION_NOT_FOUND',
  'SESSION_REQUIRED',
  'CSRF_TOKEN_WRONG',
  'ROLE_REQUIRED',
  'SIGN_IN_FAILED',
  'SIGN_IN_LOCKED',
  'PASSWORD_SIGN_IN_OFF',
  'PASSWORD_NOT_SET',
  'OPENID_NOT_SET_UP',
  'INVITATION_NOT_VALID',
  'INVITATION_NOT_FOUND',
  'EMAIL_TAKEN',
  'MODERATOR_NOT_FOUND',
  'LAST_ADMIN',
  'AUTHOR_NOT_FOUND',
  'COMMENT_NOT_REPORTABLE',
  'OWN_COMMENT',
  'TOO_MANY_REPORTS',
  'COMMENT_NOT_APPEALABLE',
  'ALREADY_APPEALED',
  'REVIEW_ITEM_NOT_FOUND',
  'DECISION_NOT_FOUND',
  'REASON_REQUIRED',
  'REASON_NOT_FOUND',
  'UNDO_OVER',
  'INTEGRATION_KEY_MISSING',
  'INTEGRATION_KEY_UNKNOWN',
  'INTEGRATION_KEY_NOT_FOUND',
  'CORAL_SECRET_NOT_FOUND',
  'CORAL_SIGNATURE_WRONG',
  'SECRET_UNREADABLE',
  'SERVICE_BUSY',
  'SERVICE_UNAVAILABLE',
  'REQUEST_REFUSED',
  'INTERNAL_ERROR',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Something that a caller did wrong or must wait for; its message is one sentence made for the caller. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly errors?: FieldProblem[],
    /** After how many seconds a new attempt makes sense, where that is known. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
