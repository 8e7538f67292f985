import { describe, expect, it } from 'vitest';
import { loadConfig } from './config.js';

const client = { OIDC_CLIENT_ID: 'moderato', OIDC_CLIENT_SECRET: 'hunter2' };
const TOGETHER = 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be given together.';
const ISSUER = 'OIDC_ISSUER must be the issuer’s https:// address';

describe('the settings of OpenID Connect', () => {
  it.each([
    [{ OIDC_ISSUER: 'https://login.example' }, TOGETHER],
    [client, TOGETHER],
    [{ OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'moderato' }, TOGETHER],
    [{ OIDC_ONLY: 'true' }, 'OIDC_ONLY=true needs OIDC_ISSUER'],
    [{ ...client, OIDC_ISSUER: 'http://login.example' }, ISSUER],
    [{ ...client, OIDC_ISSUER: 'http://localhost.login.example' }, ISSUER],
    [{ ...client, OIDC_ISSUER: 'https://a:hunter2@login.example' }, ISSUER],
    [{ ...client, OIDC_ISSUER: 'https://login.example/?a=1' }, ISSUER],
    [{ ...client, OIDC_ISSUER: 'login.example' }, ISSUER],
    [{ OIDC_NAME: 'x'.repeat(61) }, 'OIDC_NAME must be up to 60 visible characters.'],
  ])('are refused as %o, and no secret is shown', (environment, message) => {
    const load = () => loadConfig(environment);
    expect(load).toThrow(message);
    expect(load).not.toThrow(/hunter2/);
  });

  it.each([
    ['https://login.example/realms/newsroom'],
    ['http://127.0.0.1:4444'],
    ['http://localhost:4444'],
    ['http://[::1]:4444'],
  ])('are taken with the issuer %s', (issuer) => {
    const config = loadConfig({ ...client, OIDC_ISSUER: issuer, OIDC_ONLY: 'true' });
    expect(config).toMatchObject({ OIDC_ISSUER: issuer, OIDC_ONLY: 'true' });
  });
});
