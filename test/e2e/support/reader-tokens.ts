import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export const SECRET = 'an-old-secret-of-the-newsroom-0123456789';
export const NEW_SECRET = 'a-new-secret-of-the-newsroom-9876543210';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

export interface TokenOptions {
  key?: string | PrivateKey;
  alg?: string;
  kid?: string;
  header?: Record<string, unknown>;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

/** A token as a site makes it: for reader 7, valid for ten minutes, with these claims instead. */
export function aToken(
  aud: string,
  claims: Record<string, unknown> = {},
  { key = SECRET, alg = 'HS256', kid, header = {} }: TokenOptions = {},
): Promise<string> {
  const payload: Record<string, unknown> = {
    sub: '7',
    aud,
    iat: seconds(),
    exp: seconds() + 600,
    name: 'Ann',
    ...claims,
  };
  const given = Object.fromEntries(
    Object.entries(payload).filter(([, value]) => value !== undefined),
  );
  return new SignJWT(given)
    .setProtectedHeader({ alg, ...(kid !== undefined && { kid }), ...header })
    .sign(typeof key === 'string' ? new TextEncoder().encode(key) : key);
}

/** So many seconds from now. */
export const later = (by: number): number => seconds() + by;

/** Base64url of a JSON value. */
export const part = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

export interface SigningKey {
  privateKey: PrivateKey;
  jwk: JWK;
}

export async function signingKey(alg: 'RS256' | 'ES256', kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** A site's server of public keys. */
export class KeyServer {
  asked = 0;
  keys: JWK[] = [];
  /** What it answers instead of its keys. */
  instead: { status: number; body: string } | undefined;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<KeyServer> {
    const server = createServer((_, response) => {
      started.asked += 1;
      const { status, body } = started.instead ?? {
        status: 200,
        body: JSON.stringify({ keys: started.keys }),
      };
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    const started = new KeyServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/jwks.json`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
