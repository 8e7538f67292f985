import { type HttpAnswer, HttpClient } from './http-client.js';
import { problemCode, problemSentence } from './problem-code.js';
import type { SiteKeys } from './site-keys.js';
import { ToolError } from './tool-error.js';

/** What `POST /v1/comments` takes. */
export interface NewComment {
  article: { id: string; title?: string };
  parentId?: string;
  body: string;
  author: { name?: string };
}

/** The few requests to Moderato that the tools send, each once; see `sendWithRetry`. */
export class ModeratoClient {
  private readonly http: HttpClient;
  private readonly headers: Record<string, string>;

  constructor(
    private readonly url: string,
    keys: SiteKeys,
    connections: number,
  ) {
    this.http = new HttpClient(parseUrl(url), connections);
    this.headers = { 'x-site-key': keys.siteKey };
    if (keys.siteSecret) this.headers['authorization'] = `Bearer ${keys.siteSecret}`;
  }

  /** Posts a comment; 202 means that it is stored. */
  submit(comment: NewComment, idempotencyKey: string): Promise<HttpAnswer> {
    return this.http.send({
      method: 'POST',
      path: '/v1/comments',
      headers: {
        ...this.headers,
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
      },
      body: JSON.stringify(comment),
    });
  }

  /** Reads a comment; waits up to `waitSeconds` (0 to 10) for its verdict. */
  read(id: string, waitSeconds: number, signal?: AbortSignal): Promise<HttpAnswer> {
    return this.http.send({
      method: 'GET',
      path: `/v1/comments/${encodeURIComponent(id)}`,
      headers: waitSeconds > 0 ? { ...this.headers, prefer: `wait=${waitSeconds}` } : this.headers,
      timeoutMs: (waitSeconds + 20) * 1000,
      ...(signal && { signal }),
    });
  }

  /** Makes sure that the service answers and knows the site; throws a sentence for people if not. */
  async probe(): Promise<void> {
    const answer = await this.http
      .send({
        method: 'GET',
        path: '/v1/counts?article=probe',
        headers: this.headers,
        timeoutMs: 10_000,
      })
      .catch((error: unknown) => {
        throw new ToolError(
          `Nothing answers at ${this.url} (${shortReason(error)}). Is the service running?`,
        );
      });
    if (answer.status === 401 || answer.status === 403) {
      throw new ToolError(
        `The service at ${this.url} refuses the site's keys: ${problemSentence(answer)}`,
      );
    }
    if (answer.status !== 200) {
      throw new ToolError(`${this.url} does not answer as Moderato does (${problemCode(answer)}).`);
    }
  }

  close(): void {
    this.http.close();
  }
}

function parseUrl(url: string): URL {
  if (URL.canParse(url) && /^https?:\/\//i.test(url)) return new URL(url);
  throw new ToolError(
    `"${url}" is no address of a service; it should look like http://127.0.0.1:3000.`,
  );
}

function shortReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A refused connection to a name with several addresses has an empty message and only a code.
  return error.message || String(Reflect.get(error, 'code'));
}
