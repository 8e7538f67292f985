import { DomainError } from '#contract';

/** Every way in which a token can be wrong, with what its sender is told: the rule, never the token. */
const RULES = {
  isNotSetUp: 'cannot be verified: the site has not set up any keys for it',
  maxLength: 'must not be longer than 4096 characters',
  isToken: 'must be a signed JSON Web Token in its compact form',
  algorithm: 'must be signed with HS256, RS256 or ES256, and the site must have keys for that',
  key: 'must be signed with one of the site’s keys, named by its kid if there are several',
  signature: 'must have a signature that fits',
  issuer: 'must be from the issuer that the site has set up (iss)',
  audience: 'must be made for this site (aud)',
  expiry: 'must say until when it is valid (exp), at most 24 hours ahead',
  expired: 'must not be expired (exp)',
  notYet: 'must not be from the future (iat, nbf)',
  subject: 'must say who the reader is (sub), in 1 to 255 visible characters',
  name: 'must have a name of 1 to 100 visible characters, or none',
  email: 'must have an e-mail address of at most 254 characters, or none',
  role: 'must have one of the roles staff, journalist and expert, or none',
  createdAt:
    'must say when the account was made as ISO 8601 or as seconds since 1970, or not at all',
} as const;
export type TokenRule = keyof typeof RULES;

/** The error for a token that breaks a rule. */
export function invalidToken(rule: TokenRule): DomainError {
  const message = RULES[rule];
  return new DomainError('READER_TOKEN_INVALID', `X-Reader-Token ${message}.`, [
    { field: 'X-Reader-Token', rule, message },
  ]);
}
