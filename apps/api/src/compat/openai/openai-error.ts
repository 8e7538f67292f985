import type { ErrorCode } from '#contract';
import { PROBLEMS } from '../../http/problems.js';
import type { ErrorDialect } from '../dialect.js';

const KEY: readonly [number, string, string] = [401, 'invalid_request_error', 'invalid_api_key'];

const KINDS: Partial<Record<ErrorCode, readonly [number, string, string | null]>> = {
  INTEGRATION_KEY_MISSING: KEY,
  INTEGRATION_KEY_UNKNOWN: KEY,
  RATE_LIMITED: [429, 'requests', 'rate_limit_exceeded'],
  INTERNAL_ERROR: [500, 'server_error', null],
  SERVICE_BUSY: [503, 'server_error', null],
  SERVICE_UNAVAILABLE: [503, 'server_error', null],
};

/** An error as OpenAI's API tells it. */
export const openAiError: ErrorDialect = ({ code: ours, message, errors }) => {
  const [status, type, code] = KINDS[ours] ?? [PROBLEMS[ours][0], 'invalid_request_error', null];
  const param = errors?.[0]?.field ?? null;
  return { status, type: 'application/json', body: { error: { message, type, param, code } } };
};
