import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { expect } from 'vitest';
import type { SessionView } from '#contract';
import type { Headers, Response } from './client.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Requests as the console sends them; headers are those of a session, or none. */
export class Console {
  constructor(private readonly app: NestFastifyApplication) {}

  send(method: Method, path: string, headers: Headers = {}, payload?: object): Promise<Response> {
    const options = { method, url: `/v1${path}`, headers };
    return this.app.inject(payload === undefined ? options : { ...options, payload });
  }

  get(path: string, headers: Headers = {}): Promise<Response> {
    return this.send('GET', path, headers);
  }

  post(path: string, payload: object, headers: Headers = {}): Promise<Response> {
    return this.send('POST', path, headers, payload);
  }

  patch(path: string, payload: object, headers: Headers): Promise<Response> {
    return this.send('PATCH', path, headers, payload);
  }

  remove(path: string, headers: Headers): Promise<Response> {
    return this.send('DELETE', path, headers);
  }

  /** Tries to sign in, from an address if one is given. */
  signIn(email: string, password: string, from?: string): Promise<Response> {
    const headers: Headers = from === undefined ? {} : { 'x-forwarded-for': from };
    return this.post('/session', { email, password }, headers);
  }

  /** The status of who asks for his session: 200 while it lasts, else 401. */
  async sessionStatus(headers: Headers): Promise<number> {
    return (await this.get('/session', headers)).statusCode;
  }
}

/** The cookies that an answer gives, each as its header. */
export function cookiesOf(response: Response): string[] {
  return [response.headers['set-cookie'] ?? []].flat();
}

/** The headers of the session that an answer has begun. */
export function sessionOf(response: Response): { cookie: string; 'x-csrf-token': string } {
  expect(response.statusCode, response.body).toBe(200);
  const [cookie = ''] = cookiesOf(response);
  const { csrfToken } = response.json<SessionView>();
  return { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': csrfToken };
}
