import { expect } from 'vitest';
import type { Role } from '#contract';
import { firstSiteId, signIn, type ModeratorOptions } from '../../harness/moderators.js';
import type { TestService } from '../../harness/service.js';
import { type Client, json, type Headers, type Response } from './client.js';

/** Requests as the console sends them for one moderator. */
export class Desk {
  private constructor(
    private readonly service: TestService,
    readonly headers: Headers,
    readonly id: string,
    readonly name: string,
  ) {}

  static async open(
    service: TestService,
    role: Role = 'moderator',
    options: ModeratorOptions = {},
  ): Promise<Desk> {
    const { headers, id, name } = await signIn(service, { role, ...options });
    return new Desk(service, headers, id, name);
  }

  get(url: string, query: Record<string, string | number | undefined> = {}): Promise<Response> {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) search.set(key, String(value));
    }
    const address = search.size === 0 ? url : `${url}?${search.toString()}`;
    return this.service.app.inject({ method: 'GET', url: address, headers: this.headers });
  }

  send(method: 'POST' | 'PUT', url: string, payload: object): Promise<Response> {
    return this.service.app.inject({ method, url, payload, headers: json(this.headers) });
  }

  /** What a GET that has to succeed answers. */
  async read<T>(url: string, query: Record<string, string | number | undefined> = {}): Promise<T> {
    const response = await this.get(url, query);
    expect(response.statusCode, response.body).toBe(200);
    return response.json<T>();
  }
}

/** The id of the site that a client speaks for. */
export function siteIdOf(service: TestService, { reader }: Client): Promise<string> {
  const keys = { publicKey: reader['x-site-key'] ?? '', secretKey: '' };
  return firstSiteId({ app: service.app, keys });
}
