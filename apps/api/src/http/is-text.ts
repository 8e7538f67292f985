import { registerDecorator, type ValidationArguments } from 'class-validator';
import { textProblem, type TextRules } from '#comments';

/** Between the rule's name and its sentence in a message of {@link IsText}. */
const SEPARATOR = '\u001f';

/**
 * A well-formed, visible text without control characters, at most so many Unicode characters long.
 * One decorator for several rules: the message says which one was broken.
 */
export function IsText(rules: TextRules): PropertyDecorator {
  const broken = (value: unknown): string | null => {
    if (value === undefined) return `isDefined${SEPARATOR}is required`;
    if (typeof value !== 'string') return `isString${SEPARATOR}must be a string`;
    const problem = textProblem(value, rules);
    return problem === null ? null : `${problem.rule}${SEPARATOR}${problem.message}`;
  };
  return (target, property) =>
    registerDecorator({
      name: 'isText',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => broken(value) === null,
        defaultMessage: (context?: ValidationArguments) => broken(context?.value) ?? '',
      },
    });
}

/** The rule and the sentence of a broken constraint, whichever decorator it comes from. */
export function ruleOf(constraint: string, message: string): { rule: string; message: string } {
  const at = message.indexOf(SEPARATOR);
  return at === -1
    ? { rule: constraint, message }
    : { rule: message.slice(0, at), message: message.slice(at + SEPARATOR.length) };
}
