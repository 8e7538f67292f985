import { DomainError } from '#contract';

/** Coral's own have a prefix and 64 characters or more; what is shorter than this can be guessed. */
const SHORTEST = 16;
const LONGEST = 256;
const VISIBLE = /^[\x21-\x7e]+$/;

/** Secrets that a site may have at a time: each is tried for each question. */
export const MAXIMUM_SECRETS = 10;

/**
 * The secret as Coral shows it, without what was copied around it.
 * @throws DomainError VALIDATION_FAILED
 */
export function coralSecret(given: string): string {
  const secret = given.trim();
  if (secret.length < SHORTEST) {
    throw refused('minLength', `must have at least ${SHORTEST} characters`);
  }
  if (secret.length > LONGEST) {
    throw refused('maxLength', `may have at most ${LONGEST} characters`);
  }
  if (!VISIBLE.test(secret)) {
    throw refused('isSecret', 'must be the signing secret as Coral shows it, without blanks');
  }
  return secret;
}

/** Never repeats what was sent. */
export function refused(rule: string, message: string): DomainError {
  return new DomainError('VALIDATION_FAILED', `secret ${message}.`, [
    { field: 'secret', rule, message },
  ]);
}
