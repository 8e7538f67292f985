import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { ensureSite, newSiteKeys, type SiteKeys } from '#sites';
import type { TestService } from '../../harness/service.js';
import { until } from '../../harness/until.js';

export type Headers = Record<string, string>;
export type Response = LightMyRequestResponse;

/** A comment that was taken in. */
export interface Taken {
  id: string;
  status: string;
  statusUrl: string;
  authorToken: string;
}

let posted = 0;

/** A comment that no rule of the intake speaks against, with a text of its own. */
export function aComment(changes: Record<string, unknown> = {}): Record<string, unknown> {
  posted += 1;
  return { article: { id: 'an-article' }, body: `A fine day, said reader ${posted}.`, ...changes };
}

/** Requests to a service, as its readers and its site send them. */
export class Client {
  constructor(
    private readonly service: TestService,
    readonly reader: Headers = service.asReader,
    readonly site: Headers = service.asSite,
  ) {}

  send(options: InjectOptions): Promise<Response> {
    return this.service.app.inject(options);
  }

  get(url: string, headers: Headers = this.reader): Promise<Response> {
    return this.send({ method: 'GET', url, headers });
  }

  put(url: string, payload: object | string, headers: Headers = this.site): Promise<Response> {
    return this.send({ method: 'PUT', url, payload, headers: json(headers) });
  }

  /** Posts a comment; a string goes as it is. */
  post(
    payload: object | string,
    headers: Headers = {},
    as: Headers = this.reader,
  ): Promise<Response> {
    return this.send({
      method: 'POST',
      url: '/v1/comments',
      payload,
      headers: json({ ...as, ...headers }),
    });
  }

  /** Posts a comment that has to be taken. */
  async submit(changes: Record<string, unknown> = {}, headers: Headers = {}): Promise<Taken> {
    const response = await this.post(aComment(changes), headers);
    expect(response.statusCode, response.body).toBeOneOf([200, 202]);
    return response.json<Taken>();
  }

  /** Posts a comment and waits for its verdict. */
  async settle(changes: Record<string, unknown> = {}): Promise<Taken> {
    const taken = await this.submit(changes, { prefer: 'wait=10' });
    expect(taken.status).not.toBe('pending');
    return taken;
  }

  patch(id: string, body: string, headers: Headers): Promise<Response> {
    const options = { method: 'PATCH', url: `/v1/comments/${id}`, payload: { body } } as const;
    return this.send({
      ...options,
      headers: json({ ...this.reader, prefer: 'wait=10', ...headers }),
    });
  }

  remove(id: string, headers: Headers): Promise<Response> {
    return this.send({ method: 'DELETE', url: `/v1/comments/${id}`, headers });
  }

  /** A comment as the site's server sees it. */
  async seen<T = Record<string, unknown>>(id: string): Promise<T> {
    return (await this.get(`/v1/comments/${id}`, this.site)).json<T>();
  }

  async count(article: string): Promise<number | undefined> {
    const response = await this.get(`/v1/counts?article=${encodeURIComponent(article)}`);
    return response.json<{ counts: Record<string, number> }>().counts[article];
  }

  /** Waits until the count is what it should be: what is kept of counts may be two seconds old. */
  async counts(article: string, expected: number): Promise<void> {
    const isThere = async () => (await this.count(article)) === expected;
    await until(isThere, { what: `a count of ${expected}` });
  }

  /** A second site on the same service. */
  async anotherSite(origins: string[] = ['*']): Promise<Client> {
    const keys: SiteKeys = newSiteKeys();
    await ensureSite(this.service.database.url, keys, origins);
    const reader = { 'x-site-key': keys.publicKey };
    return new Client(this.service, reader, { authorization: `Bearer ${keys.secretKey}` });
  }
}

export function json(headers: Headers): Headers {
  return { 'content-type': 'application/json', ...headers };
}
