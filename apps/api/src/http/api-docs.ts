import { applyDecorators } from '@nestjs/common';
import {
  ApiHeader,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  ApiSecurity,
} from '@nestjs/swagger';
import { type ErrorCode, type FieldProblem, ERROR_CODES, type ProblemDetails } from '#contract';
import { PROBLEMS } from './problems.js';

export class FieldProblemResponse implements FieldProblem {
  @ApiProperty({ example: 'author.email' })
  field!: string;

  @ApiProperty({ example: 'isEmail' })
  rule!: string;

  @ApiProperty({ example: 'must be an e-mail address' })
  message!: string;
}

/** Problem details, RFC 9457. */
export class ProblemResponse implements ProblemDetails {
  @ApiProperty({ format: 'uri-reference' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  status!: number;

  @ApiProperty({ description: 'One sentence about this occurrence.' })
  detail!: string;

  @ApiProperty({ description: 'The id of the request, as in the log.' })
  instance!: string;

  @ApiProperty({ enum: ERROR_CODES, description: 'Stable, for programs.' })
  code!: ErrorCode;

  @ApiPropertyOptional({ type: [FieldProblemResponse] })
  errors?: FieldProblemResponse[];
}

/** The keys that a request may carry; reads may have the public one in their address. */
export function ApiSiteKeys(kind: 'read' | 'write'): MethodDecorator {
  const inAddress = kind === 'read' ? [ApiSecurity('siteKeyInAddress')] : [];
  return applyDecorators(ApiSecurity('siteKey'), ...inAddress, ApiSecurity('secretKey'));
}

/** What every handler behind the guard can answer with. */
const ANYWHERE: ErrorCode[] = [
  'SITE_KEY_MISSING',
  'SITE_KEY_UNKNOWN',
  'SECRET_KEY_UNKNOWN',
  'SECRET_KEY_OF_ANOTHER_SITE',
  'ORIGIN_NOT_ALLOWED',
  'SECRET_UNREADABLE',
  'SERVICE_UNAVAILABLE',
];
/** What every handler with a body can answer with. */
export const BODY_PROBLEMS: readonly ErrorCode[] = [
  'VALIDATION_FAILED',
  'MALFORMED_JSON',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
];

/** What every handler behind ReaderGuard can answer with. */
export const READER_PROBLEMS: readonly ErrorCode[] = [
  'READER_TOKEN_INVALID',
  'READER_KEYS_UNAVAILABLE',
];
/** What every handler that changes somebody's comment can answer with. */
export const CHANGE_PROBLEMS: readonly ErrorCode[] = [
  'AUTHOR_TOKEN_REQUIRED',
  'AUTHOR_TOKEN_WRONG',
  'NOT_THE_AUTHOR',
  'COMMENT_NOT_FOUND',
];

/** The problems that a handler of its own can answer with, and those that all behind SiteGuard have in common. */
export function ApiProblems(...own: ErrorCode[]): MethodDecorator {
  return ApiProblemCodes([...own, ...ANYWHERE]);
}

/** Of handlers that take requests only so fast. */
export const ApiLimits = (): MethodDecorator => ApiProblemCodes(['RATE_LIMITED']);

/** All the problems that a handler can answer with. */
export function ApiProblemCodes(codes: readonly ErrorCode[]): MethodDecorator {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code][0]))];
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: codes
          .filter((code) => PROBLEMS[code][0] === status)
          .map((code) => `\`${code}\`: ${PROBLEMS[code][1]}.`)
          .join(' '),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemResponse' } },
        },
      }),
    ),
  );
}

export const ApiReaderToken = () =>
  ApiHeader({
    name: 'X-Reader-Token',
    required: false,
    description:
      'A JSON Web Token by which the site says who reads or writes; without one, the reader’s cookie does.',
  });

export const ApiIdempotencyKey = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'The same key with the same request gives the same comment again; with another request, 422.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  });

export const ApiPrefer = () =>
  ApiHeader({
    name: 'Prefer',
    required: false,
    description: '`wait=N`: wait up to N seconds (10 at most) for the verdict.',
    schema: { type: 'string', example: 'wait=2' },
  });

export const ApiAuthorToken = () =>
  ApiHeader({
    name: 'X-Author-Token',
    required: false,
    description: 'The `authorToken` that came with the comment.',
  });
