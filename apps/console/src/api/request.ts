import { Problem, problemOf, Unreachable } from './problem.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Query = Record<string, string | number | boolean | null | undefined>;

interface RequestOptions {
  query?: Query;
  body?: unknown;
  /** The version that has to be in force, as If-Match. */
  ifVersion?: number;
  signal?: AbortSignal;
  /** Lets the request outlive the page, as when claims are released on leaving. */
  keepalive?: boolean;
}

const session: { csrfToken: string | null; onSignedOut: () => void } = {
  csrfToken: null,
  onSignedOut: () => undefined,
};

/** What proves requests from now on; `null` after signing out. */
export function setCsrfToken(token: string | null): void {
  session.csrfToken = token;
}

/** Tells what to do when the service no longer knows who we are. */
export function whenSignedOut(callback: () => void): void {
  session.onSignedOut = callback;
}

/** `?a=1` of what is given; empty when nothing is. */
export function queryString(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

/**
 * Asks the service; throws a Problem for what it refused and Unreachable for what never got there.
 * @param path below /v1, as in `/reviews`.
 */
export async function request<T>(
  method: Method,
  path: string,
  { query, body, ifVersion, signal, keepalive }: RequestOptions = {},
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (ifVersion !== undefined) headers['if-match'] = `"${ifVersion}"`;
  if (method !== 'GET' && session.csrfToken !== null) headers['x-csrf-token'] = session.csrfToken;
  const response = await reach(`/v1${path}${queryString(query)}`, {
    method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
    ...(keepalive === undefined ? {} : { keepalive }),
  });
  if (response.ok) {
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
  const problem = await problemOf(response);
  if (problem instanceof Problem && problem.status === 401) session.onSignedOut();
  throw problem;
}

/** What an endpoint that speaks for another service said, whatever that was. */
export interface Answer {
  status: number;
  /** By their names in lower case. */
  headers: Record<string, string>;
  text: string;
}

/**
 * Asks an endpoint of another service's dialect as whoever is signed in, without a key. Its refusals are
 * answers like others, in the dialect's own words.
 * @throws Unreachable
 */
export async function askDialect(
  path: string,
  { type, body, site }: { type: string; body: string; site: string },
): Promise<Answer> {
  const response = await reach(path, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-site-id': site,
      ...(session.csrfToken === null ? {} : { 'x-csrf-token': session.csrfToken }),
    },
    credentials: 'same-origin',
    body,
  });
  const text = await response.text();
  if (response.status === 401) session.onSignedOut();
  return { status: response.status, headers: Object.fromEntries(response.headers), text };
}

async function reach(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Unreachable('The service could not be reached.', { cause: error });
  }
}
