import { applyDecorators } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { ErrorCode } from '#contract';
import { ApiProblemCodes } from '../http/api-docs.js';

/** What every handler behind ModeratorGuard can answer with. */
const SIGNED_IN: readonly ErrorCode[] = [
  'SESSION_REQUIRED',
  'CSRF_TOKEN_WRONG',
  'ORIGIN_NOT_ALLOWED',
  'ROLE_REQUIRED',
  'SERVICE_UNAVAILABLE',
];

/** Documents a handler behind ModeratorGuard: how it is reached, and the problems it can answer with besides its own. */
export function ApiSignedIn(...own: ErrorCode[]): MethodDecorator {
  return applyDecorators(ApiSecurity('session'), ApiProblemCodes([...own, ...SIGNED_IN]));
}

/** Documents a handler that takes no key and no session. */
export function ApiOpen(...own: ErrorCode[]): MethodDecorator {
  return ApiProblemCodes([...own, 'SERVICE_UNAVAILABLE']);
}
