import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the provider says of somebody; `sub` is the login. */
export interface Person {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export const CLIENT = { id: 'moderato', secret: 'the-secret-of-the-client' };

/** A real OpenID provider on this machine, with pages for login and consent that are driven by HTTP. */
export class OpenIdProviderServer {
  readonly people = new Map<string, Person>();

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** @param host what it is called: `localhost` is another site than 127.0.0.1 to a browser. */
  static async start(redirectUri: string, host = '127.0.0.1'): Promise<OpenIdProviderServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
    const started = new OpenIdProviderServer(server, issuer);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const provider = new Provider(issuer, {
      clients: [
        { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] },
      ],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'test' }] },
      cookies: { keys: ['of the test'] },
      claims: { email: ['email', 'email_verified'], profile: ['name'] },
      pkce: { required: () => true },
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: () => ({ sub, ...started.people.get(sub) }),
      }),
    });
    server.on('request', (request, response) => void provider.callback()(request, response));
    return started;
  }

  /** Goes through the provider's pages as a browser does, and gives the address that it is sent back to. */
  async logIn(authorizationUrl: string, login: string): Promise<URL> {
    const browser = new Browser();
    await browser.open(authorizationUrl);
    while (browser.at.origin === this.issuer) {
      const prompt = /name="prompt" value="(\w+)"/.exec(browser.page)?.[1];
      if (prompt === undefined) throw new Error(`No form at ${browser.at.href}: ${browser.page}`);
      await browser.submit(browser.at.href, { prompt, login, password: 'any' });
    }
    return browser.at;
  }

  /** Turns back at the page for the login. */
  async turnBack(authorizationUrl: string): Promise<URL> {
    const browser = new Browser();
    await browser.open(authorizationUrl);
    await browser.open(`${browser.at.href}/abort`);
    return browser.at;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Cookies, forms and redirects, as far as the provider's own address. */
class Browser {
  at = new URL('about:blank');
  page = '';
  private readonly cookies = new Map<string, string>();

  async open(url: string, init: RequestInit = {}): Promise<void> {
    const from = new URL(url).origin;
    for (this.at = new URL(url); this.at.origin === from; init = {}) {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { ...(init.headers as Record<string, string> | undefined), cookie };
      const response = await fetch(this.at, { ...init, headers, redirect: 'manual' });
      this.page = await response.text();
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        this.cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) return;
      this.at = new URL(location, this.at);
    }
  }

  submit(url: string, form: Record<string, string>): Promise<void> {
    return this.open(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
  }
}
