import type { ErrorCode } from '#contract';
import type { ErrorDialect } from '../error-dialects.js';

/** Google's names of what went wrong, with their statuses (google.rpc.Code). */
const STATUS: Partial<Record<ErrorCode, readonly [number, string]>> = {
  INTEGRATION_KEY_MISSING: [403, 'PERMISSION_DENIED'],
  INTEGRATION_KEY_UNKNOWN: [403, 'PERMISSION_DENIED'],
  SESSION_REQUIRED: [403, 'PERMISSION_DENIED'],
  CSRF_TOKEN_WRONG: [403, 'PERMISSION_DENIED'],
  ORIGIN_NOT_ALLOWED: [403, 'PERMISSION_DENIED'],
  ROLE_REQUIRED: [403, 'PERMISSION_DENIED'],
  RATE_LIMITED: [429, 'RESOURCE_EXHAUSTED'],
  ROUTE_NOT_FOUND: [404, 'NOT_FOUND'],
  SERVICE_BUSY: [503, 'UNAVAILABLE'],
  SERVICE_UNAVAILABLE: [503, 'UNAVAILABLE'],
  INTERNAL_ERROR: [500, 'INTERNAL'],
};

/** An error as Google's services tell it. */
export const googleError: ErrorDialect = ({ code: ours, message }) => {
  const [code, status] = STATUS[ours] ?? [400, 'INVALID_ARGUMENT'];
  return { status: code, type: 'application/json', body: { error: { code, message, status } } };
};
