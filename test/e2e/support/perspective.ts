import { expect } from 'vitest';
import { issueTestKey } from '../../harness/integration-keys.js';
import { firstSiteId } from '../../harness/moderators.js';
import type { TestService } from '../../harness/service.js';
import type { Response } from './client.js';
import { Rows } from './rows.js';

/** One attribute of an answer. */
export interface Scored {
  summaryScore: { value: number; type: string };
  spanScores: { begin: number; end: number; score: { value: number; type: string } }[];
}

/** An answer of `comments:analyze`. */
export interface Analysis {
  attributeScores: Record<string, Scored>;
  languages: string[];
  detectedLanguages: string[];
  clientToken?: string;
}

interface GoogleError {
  code: number;
  message: string;
  status: string;
  details?: Record<string, unknown>[];
}

const ERROR_TYPE = 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error';

/** A new key of a site, the service's first one unless told otherwise. */
export async function perspectiveKey(service: TestService, siteId?: string): Promise<string> {
  const rows = await Rows.open(service.database.url);
  try {
    const site = siteId ?? (await firstSiteId(service));
    return await issueTestKey((text, values) => rows.query(text, values), site);
  } finally {
    await rows.close();
  }
}

/** Raw requests of the Perspective API. */
export class PerspectiveCalls {
  constructor(
    private readonly service: Pick<TestService, 'app'>,
    private readonly key: string,
  ) {}

  /** A text goes as it is. */
  call(
    method: string,
    body: object | string,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ): Promise<Response> {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const url = `/v1alpha1/comments:${method}?key=${this.key}`;
    return this.service.app.inject({ method: 'POST', url, payload, headers });
  }

  /** The answer to a request that must be answered; attributes by their names, `TOXICITY` without any. */
  async analyze(text: string, more: object = {}, ...names: string[]): Promise<Analysis> {
    const asked = names.length === 0 ? ['TOXICITY'] : names;
    const requestedAttributes = Object.fromEntries(asked.map((name) => [name, {}]));
    const comment = { text };
    const response = await this.call('analyze', { comment, requestedAttributes, ...more });
    expect(response.statusCode, response.body).toBe(200);
    return response.json<Analysis>();
  }
}

/** The error of an answer, which must have Google's form. */
export function googleErrorOf(response: Response, status = 400): GoogleError {
  expect(response.statusCode, response.body).toBe(status);
  expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  const { error } = response.json<{ error: GoogleError }>();
  expect(error.code).toBe(status);
  expect(error.status).toMatch(/^[A-Z_]+$/);
  expect(error.message).not.toBe('');
  return error;
}

/** What the error says in the words of Perspective. */
export function refusalOf(response: Response): Record<string, unknown> & { message: string } {
  const { message, status, details } = googleErrorOf(response);
  expect(status).toBe('INVALID_ARGUMENT');
  expect(details).toHaveLength(1);
  expect(details?.[0]).toMatchObject({ '@type': ERROR_TYPE });
  return { message, ...details?.[0] };
}
