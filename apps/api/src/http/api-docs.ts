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

/** The keys that every request carries. */
export const ApiSiteKeys = () =>
  applyDecorators(
    ApiSecurity('siteKey'),
    ApiSecurity('siteKeyInAddress'),
    ApiSecurity('secretKey'),
  );

/** The problems that a handler of its own can answer with, besides those with the keys. */
export function ApiProblems(...codes: ErrorCode[]): MethodDecorator {
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
