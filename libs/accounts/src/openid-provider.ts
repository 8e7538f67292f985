import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import type { OpenIdError } from '#contract';
import * as client from 'openid-client';

/** What one attempt has to remember until the browser comes back. */
export interface OpenIdAttempt {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who somebody is, as the provider says. */
export interface OpenIdIdentity {
  issuer: string;
  subject: string;
  /** `null` unless the provider vouches for it. */
  verifiedEmail: string | null;
  name: string | null;
}

/** An attempt that came to nothing; the code is what the console explains. */
export class OpenIdFailure extends Error {
  override readonly name = 'OpenIdFailure';

  constructor(
    readonly code: OpenIdError,
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}

const TIMEOUT_SECONDS = 5;
const SCOPE = 'openid email profile';

/** The newsroom's OpenID provider: authorization code with PKCE, state and nonce. */
@Injectable()
export class OpenIdProvider {
  private readonly logger = new Logger(OpenIdProvider.name);
  private discovered: Promise<client.Configuration> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get isSetUp(): boolean {
    return this.config.OIDC_ISSUER !== undefined;
  }

  /**
   * Where to send the browser, and what to remember until it is back.
   * @throws OpenIdFailure OPENID_UNREACHABLE
   */
  async begin(redirectUri: string): Promise<{ url: URL; attempt: OpenIdAttempt }> {
    const provider = await this.discover();
    const attempt = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { url, attempt };
  }

  /**
   * Who came back, from the address that the provider sent the browser to.
   * @throws OpenIdFailure
   */
  async finish(returned: URL, attempt: OpenIdAttempt): Promise<OpenIdIdentity> {
    if (returned.searchParams.get('state') !== attempt.state) {
      throw new OpenIdFailure('OPENID_ATTEMPT_OVER');
    }
    if (returned.searchParams.has('error')) throw new OpenIdFailure('OPENID_REFUSED');
    const provider = await this.discover();
    try {
      const tokens = await client.authorizationCodeGrant(provider, returned, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('There was no ID token.');
      const person =
        claims['email'] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
          ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub)
          : claims;
      return identityOf(claims, person);
    } catch (error) {
      throw this.failure(error);
    }
  }

  /** Looked up when it is first needed; a provider that was down is asked again the next time. */
  private discover(): Promise<client.Configuration> {
    this.discovered ??= this.ask().catch((error: unknown) => {
      this.discovered = undefined;
      throw this.failure(error);
    });
    return this.discovered;
  }

  private async ask(): Promise<client.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.config;
    if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) {
      throw new Error('OpenID Connect is not set up.');
    }
    const issuer = new URL(OIDC_ISSUER);
    return client.discovery(
      issuer,
      OIDC_CLIENT_ID,
      undefined,
      client.ClientSecretBasic(OIDC_CLIENT_SECRET),
      {
        timeout: TIMEOUT_SECONDS,
        // Deprecated to make it stand out; the settings allow it for issuers on this very machine alone.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      },
    );
  }

  /** The log gets the kind of error and no message, which may quote tokens or a person. */
  private failure(error: unknown): OpenIdFailure {
    const { name, code } = error as { name?: string; code?: string };
    this.logger.warn(`The OpenID provider failed: ${name ?? 'Error'}, ${code ?? 'no code'}`);
    const refused = error instanceof client.ResponseBodyError && error.error === 'invalid_grant';
    return new OpenIdFailure(refused ? 'OPENID_ATTEMPT_OVER' : 'OPENID_UNREACHABLE', error);
  }
}

type Claims = Record<string, unknown>;

function identityOf(
  { iss: issuer, sub: subject }: client.IDToken,
  { email, email_verified: verified, name }: Claims,
): OpenIdIdentity {
  return {
    issuer,
    subject,
    verifiedEmail: typeof email === 'string' && verified === true ? email.trim() : null,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : null,
  };
}
