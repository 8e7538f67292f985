import { DomainError } from '#contract';
import {
  createRemoteJWKSet,
  customFetch,
  type FetchImplementation,
  type JWTVerifyGetKey,
} from 'jose';
import { LRUCache } from 'lru-cache';

/** How long keys are used before they are fetched again, in milliseconds. */
const FRESH_MS = 600_000;
/** A token with a key that is not known has them fetched again, but not more often than this. */
const COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 2000;
/** After a failure, tokens are refused for so long without another try. */
const FAILURE_PAUSE_MS = 5000;
/** A site whose keys cannot be fetched goes on with the ones it had for so long. */
const STALE_MS = 24 * 3_600_000;
const MAXIMUM_BYTES = 256 * 1024;

/** What stands between a key set and its site's server. */
export interface KeySetOptions {
  fetch?: typeof fetch;
  now?: () => number;
  cooldownMs?: number;
}

/** The public keys of sites, each fetched from its address and kept. */
export class KeySets {
  private readonly sets = new LRUCache<string, JWTVerifyGetKey>({ max: 1000 });

  constructor(private readonly options: KeySetOptions = {}) {}

  /** Finds the key of a token among those at the address. */
  at(url: string): JWTVerifyGetKey {
    const known = this.sets.get(url);
    if (known !== undefined) return known;
    const { cooldownMs = COOLDOWN_MS } = this.options;
    const keys = createRemoteJWKSet(new URL(url), {
      timeoutDuration: TIMEOUT_MS,
      cooldownDuration: cooldownMs,
      cacheMaxAge: FRESH_MS,
      [customFetch]: enduringFetch(this.options),
    });
    this.sets.set(url, keys);
    return keys;
  }
}

/** The server of the keys cannot be reached, or answers with something else. */
export function keysUnavailable(): DomainError {
  return new DomainError(
    'READER_KEYS_UNAVAILABLE',
    'The site’s keys for reader tokens cannot be fetched at the moment; try again, or without a token.',
  );
}

/** Fetches a document of limited size, and stands in with the last one while the server is down. */
function enduringFetch({ fetch: ask = fetch, now = Date.now }: KeySetOptions): FetchImplementation {
  let kept: { body: string; at: number } | undefined;
  let failedAt = -Infinity;
  const fresh = async (...request: Parameters<FetchImplementation>): Promise<Response> => {
    if (now() < failedAt + FAILURE_PAUSE_MS) throw keysUnavailable();
    const body = await readLimited(await ask(...request));
    kept = { body, at: now() };
    return new Response(body);
  };
  return async (...request) => {
    try {
      return await fresh(...request);
    } catch {
      if (now() >= failedAt + FAILURE_PAUSE_MS) failedAt = now();
      if (kept !== undefined && now() < kept.at + STALE_MS) return new Response(kept.body);
      throw keysUnavailable();
    }
  };
}

async function readLimited(response: Response): Promise<string> {
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    throw keysUnavailable();
  }
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAXIMUM_BYTES) throw keysUnavailable();
    text += decoder.decode(chunk, { stream: true });
  }
  // What is no key set must not take the place of one that is.
  if (!Array.isArray((JSON.parse(text) as { keys?: unknown } | null)?.keys))
    throw keysUnavailable();
  return text;
}
