import type { DomainError, ErrorCode } from '#contract';
import { LARGE_BODY_BYTES } from '../../http/body-rules.js';
import type { ErrorDialect } from '../dialect.js';
import {
  type ErrorDetail,
  malformedMessage,
  PerspectiveError,
  unknownName,
} from './perspective-error.js';

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

/** What clients look for in the message. */
const MESSAGES: Partial<Record<ErrorCode, string>> = {
  INTEGRATION_KEY_MISSING: 'The request is missing a valid API key.',
  INTEGRATION_KEY_UNKNOWN: 'API key not valid. Please pass a valid API key.',
  BODY_TOO_LARGE: `Request payload size exceeds the limit: ${LARGE_BODY_BYTES} bytes.`,
  SERVICE_UNAVAILABLE: 'The service is currently unavailable.',
  INTERNAL_ERROR: 'Internal error encountered.',
};

/** An error as Google's services tell it. */
export const googleError: ErrorDialect = (error) => {
  const { code: ours, message, details } = inTheirWords(error);
  const [code, status] = STATUS[ours] ?? [400, 'INVALID_ARGUMENT'];
  const told = { code, message, status, ...(details.length > 0 && { details }) };
  return { status: code, type: 'application/json; charset=utf-8', body: { error: told } };
};

interface Told {
  code: ErrorCode;
  message: string;
  details: readonly ErrorDetail[];
}

function inTheirWords(error: DomainError): Told {
  const { code } = error;
  if (error instanceof PerspectiveError) return { code, ...pick(error) };
  // A name that every object has is refused before anybody looks for fields.
  const [first] = error.errors ?? [];
  if (first?.rule === 'isKnownField') {
    const names = first.field.split('.');
    const name = names.pop() ?? '';
    return { code, ...pick(malformedMessage([unknownName(name, names.join('.'))])) };
  }
  return { code, message: MESSAGES[code] ?? plainMessage(error), details: detailsOf(error) };
}

const pick = ({ message, details }: PerspectiveError): Omit<Told, 'code'> => ({ message, details });

function plainMessage({ code, message }: DomainError): string {
  const isMalformed = code === 'MALFORMED_JSON' || code === 'VALIDATION_FAILED';
  return isMalformed ? `Invalid JSON payload received. ${message}` : message;
}

const KEY_REASONS: Partial<Record<ErrorCode, string>> = {
  INTEGRATION_KEY_UNKNOWN: 'API_KEY_INVALID',
  RATE_LIMITED: 'RATE_LIMIT_EXCEEDED',
};

function detailsOf({ code, retryAfter }: DomainError): ErrorDetail[] {
  const reason = KEY_REASONS[code];
  if (reason === undefined) return [];
  const info = {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason,
    domain: 'googleapis.com',
    metadata: { service: 'commentanalyzer.googleapis.com' },
  };
  if (retryAfter === undefined) return [info];
  const retry = {
    '@type': 'type.googleapis.com/google.rpc.RetryInfo',
    retryDelay: `${retryAfter}s`,
  };
  return [info, retry];
}
