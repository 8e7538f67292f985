import { Failure, failureOf } from './failure.js';

/** Where the service is, for which site, and who reads. */
export interface Connection {
  /** Address without a slash at its end. */
  api: string;
  siteKey: string;
  /** Says who the reader is, signed by the site; `null` for those it does not know. */
  readerToken: string | null;
  /**
   * Whether the reader's cookie goes along. A site that lets in every origin lets in none with
   * cookies; then this becomes false with the first request.
   */
  cookies: boolean;
}

export interface RequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
  query?: Record<string, string | null | undefined>;
}

const PATIENCE_MS = 20_000;

/** One request to the service. @throws Failure */
export async function request<Answer>(
  connection: Connection,
  method: string,
  path: string,
  { body, headers = {}, query = {} }: RequestOptions = {},
): Promise<Answer> {
  const reading = method === 'GET';
  const all = new Headers(headers);
  // In the address a key needs no preflight request.
  if (!reading) all.set('X-Site-Key', connection.siteKey);
  if (connection.readerToken !== null) all.set('X-Reader-Token', connection.readerToken);
  if (body !== undefined) all.set('Content-Type', 'application/json');
  const address = addressOf(
    connection,
    path,
    reading ? { ...query, siteKey: connection.siteKey } : query,
  );
  const response = await answered(connection, address, {
    method,
    headers: all,
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) throw await failureOf(response);
  if (response.status === 204) return undefined as Answer;
  return bodyOf<Answer>(response);
}

/** The address of a resource, for requests and for streams. */
export function addressOf(
  { api }: Connection,
  path: string,
  query: RequestOptions['query'] = {},
): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] != null);
  const search = new URLSearchParams(pairs).toString();
  return `${api}${path}${search && `?${search}`}`;
}

async function answered(
  connection: Connection,
  address: string,
  init: RequestInit,
): Promise<Response> {
  const send = (credentials: RequestCredentials): Promise<Response> =>
    fetch(address, { ...init, credentials });
  try {
    return await send(connection.cookies ? 'include' : 'omit');
  } catch (error) {
    // A browser does not say whether nobody answered or the answer was for those without cookies.
    const response =
      init.method === 'GET' && connection.cookies && navigator.onLine
        ? await send('omit').catch(() => null)
        : null;
    if (response === null) throw new Failure('OFFLINE', String(error));
    connection.cookies = false;
    return response;
  }
}

/** Some answers are an acknowledgment without a body; some are cut off on their way. */
async function bodyOf<Answer>(response: Response): Promise<Answer> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw new Failure('OFFLINE', String(error));
  }
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}
