import { ScoringFailure } from './scoring-failure.js';
import { retryAfterMs } from './retry-after.js';

/** An answer that came, whatever its status. */
export interface JsonAnswer {
  status: number;
  /** `undefined` when it is no JSON. */
  body: unknown;
}

interface Request {
  headers?: Record<string, string>;
  body: object;
  signal: AbortSignal;
}

/**
 * Posts JSON over the connections that Node's `fetch` keeps open.
 * @throws ScoringFailure when nothing answers, or with a status of "too many" or "not now"
 */
export async function postJson(url: URL, { headers, body, signal }: Request): Promise<JsonAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
    signal,
    // Elsewhere the text and the key are none of anybody's business.
    redirect: 'manual',
  }).catch(unreachable);
  // Read to the end whatever it is: a connection with a rest in it cannot be used again.
  const text = await response.text().catch(unreachable);
  const { status } = response;
  if (status === 429 || status >= 500) {
    const wait = retryAfterMs(response.headers.get('retry-after'), Date.now());
    throw new ScoringFailure(`answers with status ${status}`, wait);
  }
  return { status, body: parse(text) };
}

/** The error of `fetch` is not handed on: nothing promises that it holds no part of the request. */
function unreachable(error: unknown): never {
  const { cause } = error as { cause?: { code?: unknown } };
  const code = typeof cause?.code === 'string' ? ` (${cause.code})` : '';
  throw new ScoringFailure(`cannot be reached${code}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
