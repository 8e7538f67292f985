/** A secret as it may be shown: never itself. */
export interface SecretInfo {
  /** What tokens that are signed with it may name as `kid`. */
  id: string;
  createdAt: Date;
}

/** How a site's tokens for its readers are made, as the site may see it. */
export interface SiteIdentity {
  /** The `iss` that tokens must have; `null`: any or none. */
  issuer: string | null;
  /** The `aud` that tokens must have; `null`: the site's id or a public key of it. */
  audience: string | null;
  /** Where the public keys of RS256 and ES256 are; `null`: neither is used. */
  jwksUrl: string | null;
  /** The secrets of HS256, all of which are valid, oldest first. */
  secrets: SecretInfo[];
}

/** A secret to be kept, if it is given by its id alone, else one to be added or replaced. */
export interface SecretChange {
  id: string;
  secret?: string | undefined;
}

export interface SiteIdentityChange extends Omit<SiteIdentity, 'secrets'> {
  /** Those that are not named are gone. */
  secrets: SecretChange[];
}

/** All that a token is verified with. */
export interface TokenRules {
  readonly issuer: string | null;
  readonly audiences: readonly string[];
  readonly jwksUrl: string | null;
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** The ids of secrets that are set up, and that no key at hand decrypts. */
  readonly unreadable: ReadonlySet<string>;
}

/** As many as a rotation could need, and few enough to try all for a token without `kid`. */
export const MAXIMUM_SECRETS = 5;
/** RFC 7518: at least as many bytes as the hash has. */
export const SECRET_BYTES = { minimum: 32, maximum: 512 } as const;
