import type { BrowserContext } from 'playwright-core';
import type { SessionView } from '#contract';

/** A moderator who asks the service without a browser, and can hand the session to one. */
export class ConsoleApi {
  private cookie = '';
  private csrfToken = '';
  id = '';
  email = '';

  constructor(readonly address: string) {}

  /** Accepts an invitation; who is signed in needs nothing but its token. */
  async enter(acceptance: {
    token: string;
    name?: string;
    password?: string;
    email?: string;
  }): Promise<SessionView> {
    const session = await this.send<SessionView>('POST', '/invitations/accept', acceptance);
    this.csrfToken = session.csrfToken;
    this.id = session.moderator.id;
    this.email = session.moderator.email;
    return session;
  }

  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.address}/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: this.cookie, 'x-csrf-token': this.csrfToken }),
        origin: this.address,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const [given] = response.headers.getSetCookie();
    if (given !== undefined) this.cookie = given.split(';', 1)[0]!;
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Lets a browser's pages be this moderator's. */
  async lendTo(context: BrowserContext): Promise<void> {
    const [name, value] = this.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: this.address }]);
  }
}
