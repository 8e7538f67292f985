import type { Discussion } from '../discussion.js';
import type { Failure } from '../service/failure.js';
import type { TextKey } from '../strings/phrases.js';

const TEXTS: Record<string, TextKey> = {
  SITE_KEY_MISSING: 'notAllowed',
  SITE_KEY_UNKNOWN: 'notAllowed',
  ORIGIN_NOT_ALLOWED: 'notAllowed',
  ARTICLE_CLOSED: 'closed',
  COMMENTS_CLOSED: 'closed',
  EDIT_WINDOW_OVER: 'tooLate',
  COMMENT_NOT_EDITABLE: 'tooLate',
  COMMENT_NOT_FOUND: 'gone',
  PARENT_NOT_FOUND: 'parentGone',
  PARENT_DELETED: 'parentGone',
  READER_TOKEN_REQUIRED: 'signIn',
  READER_TOKEN_INVALID: 'signIn',
  ALREADY_APPEALED: 'appealedBefore',
  NOT_THE_AUTHOR: 'tooLate',
  AUTHOR_TOKEN_REQUIRED: 'tooLate',
};

/**
 * What went wrong and what to do about it, for the reader.
 * @param otherwise what to say of what has no words of its own.
 */
export function failureText(
  { now, phrases }: Discussion,
  failure: Failure,
  otherwise: TextKey = 'failed',
): string {
  const seconds = Math.ceil(((failure.waitUntil ?? 0) - now) / 1000);
  if (seconds > 0) return phrases.count('wait', seconds);
  const known = TEXTS[failure.code];
  if (known !== undefined) return phrases.text(known);
  // Above the comments it is said already; a dialog covers that.
  const isOffline = failure.code === 'OFFLINE' && !navigator.onLine;
  if (isOffline && otherwise === 'failed') return phrases.text('offline');
  const why = failure.code === 'VALIDATION_FAILED' ? failure.detail : '';
  return why === '' ? phrases.text(otherwise) : phrases.text('refused', { why });
}
