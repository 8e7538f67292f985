import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldProblem } from '#contract';
import { ruleOf } from './is-text.js';

/** Problems that one answer lists, and characters that it repeats of a field's name, which the caller may have made up. */
const LISTED = 20;
const FIELD_CHARACTERS = 200;

/** A request without any body is not one with an empty object in it. */
class RequestPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && value === undefined) {
      throw new DomainError('MALFORMED_JSON', 'The body is empty; send one JSON object.');
    }
    return super.transform(value, metadata);
  }
}

/** Validates bodies and queries by the classes of their parameters; what no class names is refused. */
export function validationPipe(): ValidationPipe {
  return new RequestPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      validationFailed(errors.flatMap((error) => fieldProblems(error, ''))),
  });
}

/** The error for one or more broken rules. */
export function validationFailed(problems: FieldProblem[]): DomainError {
  const listed = problems
    .slice(0, LISTED)
    .map((problem) => ({ ...problem, field: problem.field.slice(0, FIELD_CHARACTERS) || '""' }));
  const [first] = listed;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const detail =
    first === undefined ? 'The request is not valid.' : `${first.field} ${first.message}${more}.`;
  return new DomainError('VALIDATION_FAILED', detail, listed);
}

function fieldProblems(error: ValidationError, parent: string): FieldProblem[] {
  const isIndex = /^\d+$/.test(error.property);
  const field =
    parent === ''
      ? error.property
      : isIndex
        ? `${parent}[${error.property}]`
        : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, text]) => {
    const { rule, message } = ruleOf(constraint, text);
    return { field, rule: RULES[rule] ?? rule, message: sentence(rule, message, error.property) };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, field))];
}

/** Names that say more to a caller than the validator's own. */
const RULES: Record<string, string> = {
  whitelistValidation: 'isKnownField',
  unknownValue: 'isObject',
};

function sentence(rule: string, message: string, property: string): string {
  if (rule === 'whitelistValidation') return 'is not a field of this request';
  if (rule === 'unknownValue') return 'must be an object';
  // The validator begins its sentences with the property's name, which the field tells already.
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
