import { DomainError } from '#contract';

/** In Unicode characters. Length is what keeps a password from being guessed (NIST SP 800-63B, 3.1.1.2). */
const PASSWORD_LENGTH = { minimum: 12, maximum: 256 } as const;

interface BrokenRule {
  rule: 'minLength' | 'maxLength' | 'isNotEmail' | 'isNotRepeated';
  message: string;
}

/** The first rule that a new password breaks; `null` if it will do. It may be made of any characters. */
export function passwordProblem(password: string, email: string): BrokenRule | null {
  const characters = [...password.normalize('NFC')].length;
  const { minimum, maximum } = PASSWORD_LENGTH;
  if (characters < minimum) {
    return { rule: 'minLength', message: `must have at least ${minimum} characters` };
  }
  if (characters > maximum) {
    return { rule: 'maxLength', message: `must not have more than ${maximum} characters` };
  }
  if (password.trim().toLowerCase() === email.trim().toLowerCase()) {
    return { rule: 'isNotEmail', message: 'must not be the e-mail address' };
  }
  if (/^(.{1,4}?)\1+$/su.test(password)) {
    return { rule: 'isNotRepeated', message: 'must not be a few characters again and again' };
  }
  return null;
}

/** @throws DomainError VALIDATION_FAILED that names the field, when the password breaks a rule. */
export function assertPassword(field: string, password: string, email: string): void {
  const problem = passwordProblem(password, email);
  if (problem === null) return;
  throw new DomainError('VALIDATION_FAILED', `${field} ${problem.message}.`, [
    { field, ...problem },
  ]);
}
