import {
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyOptions,
} from 'jose';
import { secretUnreadable } from '#encryption';
import { invalidToken, type TokenRule } from './invalid-token.js';
import { type KeySets, keysUnavailable } from './key-sets.js';
import type { TokenRules } from './site-identity.js';
import { SKEW_SECONDS } from './token-claims.js';

const MAXIMUM_CHARACTERS = 4096;

/**
 * The claims of a token whose signature, issuer and audience are right.
 *
 * Which keys are tried follows from the algorithm, and each is tried with that one algorithm alone: a
 * public key is never taken for a secret, nor a secret for a key of another kind.
 * @throws DomainError READER_TOKEN_INVALID, READER_KEYS_UNAVAILABLE, SECRET_UNREADABLE
 */
export async function verifyToken(
  token: string,
  rules: TokenRules,
  keySets: KeySets,
): Promise<JWTPayload> {
  if (token.length > MAXIMUM_CHARACTERS) throw invalidToken('maxLength');
  const { alg, kid } = headerOf(token);
  const shared = rules.secrets.size + rules.unreadable.size;
  if (alg === 'HS256' && shared > 0) return bySecrets(token, kid, rules);
  if ((alg === 'RS256' || alg === 'ES256') && rules.jwksUrl !== null) {
    const keys = keySets.at(rules.jwksUrl);
    return told(() => jwtVerify(token, keys, optionsOf(rules, alg)));
  }
  throw invalidToken('algorithm');
}

function headerOf(token: string): { alg?: string; kid?: string | undefined } {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return { ...(typeof alg === 'string' && { alg }), kid };
  } catch {
    throw invalidToken('isToken');
  }
}

/**
 * While secrets rotate, several are right; a `kid` says which. Of a token that may be right by a secret
 * that cannot be read, nobody may say that it is wrong, and still less that it is right.
 */
async function bySecrets(
  token: string,
  kid: string | undefined,
  rules: TokenRules,
): Promise<JWTPayload> {
  if (kid !== undefined && rules.unreadable.has(kid)) throw secretUnreadable();
  const named = kid === undefined ? undefined : rules.secrets.get(kid);
  if (kid !== undefined && named === undefined) throw invalidToken('key');
  let refusal: unknown;
  for (const secret of named === undefined ? rules.secrets.values() : [named]) {
    try {
      return await told(() => jwtVerify(token, secret, optionsOf(rules, 'HS256')));
    } catch (error) {
      refusal = error;
      // The signature was right: another secret would not make the claims better.
      if (!isSignatureRefusal(error)) break;
    }
  }
  const perhapsRight = refusal === undefined || isSignatureRefusal(refusal);
  if (kid === undefined && perhapsRight && rules.unreadable.size > 0) throw secretUnreadable();
  throw refusal;
}

const isSignatureRefusal = (error: unknown): boolean =>
  (error as { errors?: { rule: string }[] }).errors?.[0]?.rule === 'signature';

function optionsOf({ issuer, audiences }: TokenRules, algorithm: string): JWTVerifyOptions {
  return {
    algorithms: [algorithm],
    audience: [...audiences],
    ...(issuer !== null && { issuer }),
    clockTolerance: SKEW_SECONDS,
    requiredClaims: ['sub', 'exp', 'aud'],
  };
}

/** The library's refusals by our rules. */
async function told(verify: () => Promise<{ payload: JWTPayload }>): Promise<JWTPayload> {
  try {
    return (await verify()).payload;
  } catch (error) {
    throw refusalOf(error);
  }
}

const BY_CLAIM: Partial<Record<string, TokenRule>> = {
  iss: 'issuer',
  aud: 'audience',
  exp: 'expiry',
  nbf: 'notYet',
  iat: 'notYet',
  sub: 'subject',
};

function refusalOf(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return invalidToken('expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return invalidToken(BY_CLAIM[error.claim] ?? 'isToken');
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return invalidToken('signature');
  if (error instanceof errors.JOSEAlgNotAllowed) return invalidToken('algorithm');
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return invalidToken('key');
  }
  if (isKeySetTrouble(error)) return keysUnavailable();
  return invalidToken('isToken');
}

function isKeySetTrouble(error: unknown): boolean {
  return (
    (error as { code?: string }).code === 'READER_KEYS_UNAVAILABLE' ||
    error instanceof errors.JWKSInvalid ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKInvalid ||
    error instanceof TypeError
  );
}
