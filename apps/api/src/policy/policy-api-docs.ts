import { applyDecorators } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { ErrorCode } from '#contract';
import { ApiProblems } from '../http/api-docs.js';
import { RequiresSecret } from '../http/caller.js';

/** Takes the site's secret key, or a moderator's session; documents that, and the problems. */
export const SecretOrSession = (...own: ErrorCode[]): MethodDecorator =>
  applyDecorators(
    RequiresSecret(),
    ApiSecurity('session'),
    ApiProblems(
      'VALIDATION_FAILED',
      ...own,
      ...(['SECRET_KEY_REQUIRED', 'SESSION_REQUIRED', 'CSRF_TOKEN_WRONG'] as const),
      'ROLE_REQUIRED',
    ),
  );
