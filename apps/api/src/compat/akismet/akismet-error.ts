import { HttpStatus } from '@nestjs/common';
import type { ErrorCode } from '#contract';
import { PROBLEMS } from '../../http/problems.js';
import type { ErrorDialect } from '../dialect.js';

const TYPE = 'text/plain; charset=utf-8';
/** What Akismet answers with a 200 and the word `invalid`. */
const INVALID = new Set<ErrorCode>([
  'INTEGRATION_KEY_MISSING',
  'INTEGRATION_KEY_UNKNOWN',
  'VALIDATION_FAILED',
]);

/** Where ours would mislead who sends forms. */
const MESSAGES: Partial<Record<ErrorCode, string>> = {
  UNSUPPORTED_MEDIA_TYPE: 'Send the fields with Content-Type: application/x-www-form-urlencoded.',
  BODY_TOO_LARGE: 'A body may have 64 KB.',
};

/**
 * An error as Akismet tells it: one word, and a header for whoever wonders. What is not the caller's fault is
 * not called invalid, or a client would forget a key that is good.
 */
export const akismetError: ErrorDialect = ({ code, message }) => {
  const [status] = PROBLEMS[code];
  if (status === HttpStatus.TOO_MANY_REQUESTS || status >= HttpStatus.INTERNAL_SERVER_ERROR) {
    return { status, type: TYPE, body: message };
  }
  const help = MESSAGES[code] ?? message;
  const headers = { 'x-akismet-debug-help': help.replace(/[^\x20-\x7e]/g, '?') };
  return { status: INVALID.has(code) ? 200 : status, headers, type: TYPE, body: 'invalid' };
};
