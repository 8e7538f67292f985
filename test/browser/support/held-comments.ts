/** A comment to be held. */
export interface Posted {
  body: string;
  author?: string;
  article?: string;
  title?: string;
  section?: string;
}

/** A site of a running service, by what its server proves itself with. */
export interface SiteCaller {
  address: string;
  asSite: Record<string, string>;
}

/** What the service says, read. */
interface Answer<T> {
  answer: T;
  headers: Headers;
}

const JSON_BODY = { 'content-type': 'application/json' };

/** Asks the service as the site's own server; throws what it refuses. */
export async function askAsSite<T>(
  { address, asSite }: SiteCaller,
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
  const response = await fetch(`${address}/v1${path}`, {
    method,
    headers: { ...asSite, ...(body !== undefined && JSON_BODY), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return { answer: JSON.parse(text) as T, headers: response.headers };
}

/** From now on the site holds every comment. */
export async function reviewFirst(site: SiteCaller): Promise<void> {
  const { answer, headers } = await askAsSite<{ policy: object }>(site, 'GET', '/policy');
  await askAsSite(site, 'PUT', '/policy', {
    body: { ...answer.policy, mode: 'review-first' },
    headers: { 'if-match': headers.get('etag')! },
  });
}

/** Posts comments of known authors one after the other, and waits for their verdicts; gives their ids. */
export async function post(site: SiteCaller, comments: readonly Posted[]): Promise<string[]> {
  const ids: string[] = [];
  for (const comment of comments) {
    const { answer } = await askAsSite<{ id: string; status: string }>(site, 'POST', '/comments', {
      body: submission(comment),
      headers: { prefer: 'wait=20' },
    });
    if (answer.status !== 'held') throw new Error(`${answer.status} and not held: ${comment.body}`);
    ids.push(answer.id);
  }
  return ids;
}

function submission({ body, author = 'reader-01', article = 'harbor-bridge', ...rest }: Posted) {
  const { title = 'The old harbor bridge', section = 'City' } = rest;
  return { article: { id: article, title, section }, author: { name: author }, body };
}
