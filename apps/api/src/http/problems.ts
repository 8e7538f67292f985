import { HttpException, HttpStatus } from '@nestjs/common';
import { DomainError, type ErrorCode, type ProblemDetails } from '#contract';

/** The status and title of every error code; a code that is missing here does not compile. */
export const PROBLEMS: Record<ErrorCode, readonly [HttpStatus, string]> = {
  VALIDATION_FAILED: [HttpStatus.BAD_REQUEST, 'The request breaks a rule'],
  MALFORMED_JSON: [HttpStatus.BAD_REQUEST, 'The body is not a JSON object'],
  BODY_TOO_LARGE: [HttpStatus.PAYLOAD_TOO_LARGE, 'The body is too large'],
  UNSUPPORTED_MEDIA_TYPE: [HttpStatus.UNSUPPORTED_MEDIA_TYPE, 'The body must be JSON'],
  ROUTE_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is nothing at this address'],
  SITE_KEY_MISSING: [HttpStatus.UNAUTHORIZED, 'The site’s key is missing'],
  SITE_KEY_UNKNOWN: [HttpStatus.UNAUTHORIZED, 'The site’s key is not known'],
  SECRET_KEY_REQUIRED: [HttpStatus.UNAUTHORIZED, 'The site’s secret key is required'],
  SECRET_KEY_UNKNOWN: [HttpStatus.UNAUTHORIZED, 'The secret key is not known'],
  SECRET_KEY_OF_ANOTHER_SITE: [HttpStatus.FORBIDDEN, 'The keys belong to different sites'],
  ORIGIN_NOT_ALLOWED: [HttpStatus.FORBIDDEN, 'The origin is not allowed'],
  AUTHOR_TOKEN_REQUIRED: [HttpStatus.UNAUTHORIZED, 'Only the author or the site may do this'],
  AUTHOR_TOKEN_WRONG: [HttpStatus.FORBIDDEN, 'The author token is not the one of this comment'],
  NOT_THE_AUTHOR: [HttpStatus.FORBIDDEN, 'Somebody else wrote the comment'],
  READER_TOKEN_REQUIRED: [HttpStatus.UNAUTHORIZED, 'Readers must be signed in here'],
  READER_TOKEN_INVALID: [HttpStatus.UNAUTHORIZED, 'The reader token is not valid'],
  READER_KEYS_UNAVAILABLE: [
    HttpStatus.SERVICE_UNAVAILABLE,
    'The keys that reader tokens are signed with are out of reach',
  ],
  NUDGE_OFF: [HttpStatus.NOT_FOUND, 'Comments cannot be tried here'],
  RATE_LIMITED: [HttpStatus.TOO_MANY_REQUESTS, 'Too many requests'],
  ARTICLE_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such article'],
  ARTICLE_CLOSED: [HttpStatus.CONFLICT, 'The article is closed for comments'],
  COMMENTS_CLOSED: [HttpStatus.CONFLICT, 'Comments are closed'],
  COMMENT_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such comment'],
  COMMENT_NOT_EDITABLE: [HttpStatus.CONFLICT, 'The comment cannot be edited'],
  EDIT_WINDOW_OVER: [HttpStatus.CONFLICT, 'The time for editing is over'],
  PARENT_NOT_FOUND: [HttpStatus.UNPROCESSABLE_ENTITY, 'The comment to reply to is not known'],
  PARENT_OF_ANOTHER_ARTICLE: [
    HttpStatus.UNPROCESSABLE_ENTITY,
    'The comment to reply to stands under another article',
  ],
  PARENT_DELETED: [HttpStatus.CONFLICT, 'The comment to reply to was deleted'],
  IDEMPOTENCY_KEY_REUSED: [
    HttpStatus.UNPROCESSABLE_ENTITY,
    'The idempotency key was used for another request',
  ],
  POLICY_CHANGED: [HttpStatus.PRECONDITION_FAILED, 'The policy has changed meanwhile'],
  POLICY_VERSION_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such version of the policy'],
  SITE_CHANGED: [HttpStatus.PRECONDITION_FAILED, 'The site has changed meanwhile'],
  SITE_NAME_TAKEN: [HttpStatus.CONFLICT, 'Another site has this name'],
  SITE_KEY_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such key in force'],
  LAST_SITE_KEY: [HttpStatus.CONFLICT, 'A site needs a key of each kind'],
  SESSION_REQUIRED: [HttpStatus.UNAUTHORIZED, 'Nobody is signed in'],
  CSRF_TOKEN_WRONG: [HttpStatus.FORBIDDEN, 'The request does not prove that the console sent it'],
  ROLE_REQUIRED: [HttpStatus.FORBIDDEN, 'The moderator’s role does not allow this'],
  SIGN_IN_FAILED: [HttpStatus.UNAUTHORIZED, 'E-mail and password do not match'],
  SIGN_IN_LOCKED: [HttpStatus.TOO_MANY_REQUESTS, 'Too many failed attempts to sign in'],
  PASSWORD_SIGN_IN_OFF: [HttpStatus.FORBIDDEN, 'Passwords are not used here'],
  PASSWORD_NOT_SET: [HttpStatus.CONFLICT, 'The account has no password'],
  OPENID_NOT_SET_UP: [HttpStatus.NOT_FOUND, 'OpenID Connect is not set up'],
  INVITATION_NOT_VALID: [HttpStatus.GONE, 'The invitation is not valid any more'],
  INVITATION_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such open invitation'],
  EMAIL_TAKEN: [HttpStatus.CONFLICT, 'The e-mail address has an account already'],
  MODERATOR_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such moderator'],
  LAST_ADMIN: [HttpStatus.CONFLICT, 'A site needs an admin'],
  AUTHOR_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such author'],
  COMMENT_NOT_REPORTABLE: [HttpStatus.CONFLICT, 'The comment cannot be reported'],
  OWN_COMMENT: [HttpStatus.CONFLICT, 'Nobody reports a comment of their own'],
  TOO_MANY_REPORTS: [HttpStatus.TOO_MANY_REQUESTS, 'Too many reports by one reader'],
  COMMENT_NOT_APPEALABLE: [HttpStatus.CONFLICT, 'There is nothing to appeal against'],
  ALREADY_APPEALED: [HttpStatus.CONFLICT, 'The author has appealed before'],
  REVIEW_ITEM_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such review item'],
  DECISION_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such decision'],
  REASON_REQUIRED: [HttpStatus.UNPROCESSABLE_ENTITY, 'A rejection needs a reason'],
  REASON_NOT_FOUND: [HttpStatus.UNPROCESSABLE_ENTITY, 'There is no such reason'],
  UNDO_OVER: [HttpStatus.CONFLICT, 'The time to take the decision back is over'],
  INTEGRATION_KEY_MISSING: [HttpStatus.UNAUTHORIZED, 'The integration key is missing'],
  INTEGRATION_KEY_UNKNOWN: [HttpStatus.FORBIDDEN, 'The integration key is not known'],
  INTEGRATION_KEY_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such integration key'],
  CORAL_SECRET_NOT_FOUND: [HttpStatus.NOT_FOUND, 'There is no such secret'],
  CORAL_SIGNATURE_WRONG: [HttpStatus.UNAUTHORIZED, 'Coral has not signed the request'],
  SECRET_UNREADABLE: [HttpStatus.SERVICE_UNAVAILABLE, 'A secret of the site cannot be read'],
  SERVICE_BUSY: [HttpStatus.SERVICE_UNAVAILABLE, 'Too much to do at the moment'],
  SERVICE_UNAVAILABLE: [HttpStatus.SERVICE_UNAVAILABLE, 'The database is out of reach'],
  REQUEST_REFUSED: [HttpStatus.BAD_REQUEST, 'The request cannot be read'],
  INTERNAL_ERROR: [HttpStatus.INTERNAL_SERVER_ERROR, 'Something went wrong on our side'],
};

/** What HTTP itself, before any handler, objects to. */
const BY_STATUS: Partial<Record<number, ErrorCode>> = {
  400: 'REQUEST_REFUSED',
  404: 'ROUTE_NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  503: 'SERVICE_UNAVAILABLE',
};

const DETAILS: Partial<Record<ErrorCode, string>> = {
  BODY_TOO_LARGE: 'A body may have 64 KB, a policy or a list of texts to be moderated 1 MB.',
  UNSUPPORTED_MEDIA_TYPE: 'Send the body with the header Content-Type: application/json.',
  ROUTE_NOT_FOUND: 'See /docs for all addresses.',
  MALFORMED_JSON: 'The body must be one JSON object, as long as Content-Length says.',
  REQUEST_REFUSED: 'The address, a header or the body of the request is malformed.',
  SERVICE_UNAVAILABLE: 'Nothing was stored; try again in a moment, with the same Idempotency-Key.',
};

const MALFORMED = new Set([
  'FST_ERR_CTP_INVALID_JSON_BODY',
  'FST_ERR_CTP_EMPTY_JSON_BODY',
  'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
]);
const CONNECTION_LOST = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/**
 * SQLSTATEs that pass: lost connections, shut-downs, exhausted resources, deadlocks, a server that
 * became a standby and only reads, a transaction that was silent for too long, a database or password that is just being exchanged.
 */
const DATABASE_GONE = /^(08...|28...|3D000|25006|25P03|40...|53...|55P03|57...)$/;
const DRIVER_GONE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** The error as the domain knows it; whatever it does not know is INTERNAL_ERROR. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const code = codeOf(error);
  return new DomainError(
    code,
    DETAILS[code] ?? 'It has been logged under the id given as instance.',
  );
}

function codeOf(error: unknown): ErrorCode {
  if (!(error instanceof Error)) return 'INTERNAL_ERROR';
  const { code = '', statusCode } = error as { code?: string; statusCode?: number };
  if (error instanceof SyntaxError || MALFORMED.has(code)) return 'MALFORMED_JSON';
  if (error instanceof HttpException) return BY_STATUS[error.getStatus()] ?? 'INTERNAL_ERROR';
  if (statusCode !== undefined && statusCode < 500)
    return BY_STATUS[statusCode] ?? 'REQUEST_REFUSED';
  const gone =
    CONNECTION_LOST.test(code) || DATABASE_GONE.test(code) || DRIVER_GONE.test(error.message);
  return gone ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_ERROR';
}

/** The answer for an error, as RFC 9457 wants it. */
export function problemDetails(error: DomainError, requestId: string): ProblemDetails {
  const [status, title] = PROBLEMS[error.code];
  return {
    type: `/docs#${error.code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail: error.message,
    instance: requestId,
    code: error.code,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
  };
}
