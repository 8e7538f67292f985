import type { ErrorDialect } from '../error-dialect.js';
import { PROBLEMS } from '../../http/problems.js';

const KEY_CODES = new Set(['INTEGRATION_KEY_MISSING', 'INTEGRATION_KEY_UNKNOWN']);

/** An error as Akismet tells it: one word, and a header for whoever wonders. */
export const akismetError: ErrorDialect = ({ code, message }) => {
  const headers = { 'x-akismet-debug-help': message.replace(/[^\x20-\x7e]/g, '?') };
  const status = KEY_CODES.has(code) ? 200 : PROBLEMS[code][0];
  return { status, headers, type: 'text/plain; charset=utf-8', body: 'invalid' };
};
