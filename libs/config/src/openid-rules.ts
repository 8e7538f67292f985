interface OpenIdSettings {
  OIDC_ISSUER: string | undefined;
  OIDC_CLIENT_ID: string | undefined;
  OIDC_CLIENT_SECRET: string | undefined;
  OIDC_ONLY: 'false' | 'true';
}

/** What the settings of OpenID Connect lack, in one sentence; `null` when they go together. */
export function openIdRuleBroken(config: OpenIdSettings): string | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = config;
  const given = [issuer, id, secret].filter((part) => part !== undefined).length;
  if (given !== 0 && given !== 3) {
    return 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be given together.';
  }
  if (config.OIDC_ONLY === 'true' && given === 0) {
    return 'OIDC_ONLY=true needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or nobody could sign in.';
  }
  return null;
}
