import { DomainError } from '#contract';

/** What went wrong, as Perspective's clients know it. */
export type ErrorType =
  | 'COMMENT_EMPTY'
  | 'COMMENT_TOO_LONG'
  | 'NO_REQUESTED_ATTRIBUTES'
  | 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE'
  | 'LANGUAGE_DETECTION_FAILED'
  | 'INVALID_REQUEST';

/** One of an error's `details`, which name their own type. */
export type ErrorDetail = { '@type': string } & Record<string, unknown>;

/** An error with all that Google's form of it has room for. */
export class PerspectiveError extends DomainError {
  constructor(
    message: string,
    readonly details: readonly ErrorDetail[],
  ) {
    super('VALIDATION_FAILED', message);
  }
}

const ERROR = 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error';
const BAD_REQUEST = 'type.googleapis.com/google.rpc.BadRequest';

/** The error of a request that is well-formed and cannot be answered; `more` is what its type adds. */
export function refused(
  errorType: ErrorType,
  message: string,
  more: Record<string, unknown> = {},
): PerspectiveError {
  return new PerspectiveError(message, [{ '@type': ERROR, errorType, ...more }]);
}

/** A field that is not what the format says; `field` as its definition has it, empty for the whole message. */
export interface Violation {
  field: string;
  description: string;
}

/** The error of a request that is not of the format at all. */
export function malformedMessage(violations: readonly Violation[]): PerspectiveError {
  const fieldViolations = violations.map(({ field, description }) => ({
    ...(field !== '' && { field }),
    description,
  }));
  return new PerspectiveError(violations.map(({ description }) => description).join('\n'), [
    { '@type': BAD_REQUEST, fieldViolations },
  ]);
}

/** As its parser says it of a name that a message does not have. */
export function unknownName(name: string, field: string): Violation {
  const place = field === '' ? '' : ` at '${field}'`;
  return {
    field,
    description: `Invalid JSON payload received. Unknown name ${JSON.stringify(name)}${place}: Cannot find field.`,
  };
}
