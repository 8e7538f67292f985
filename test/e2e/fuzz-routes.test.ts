import fc from 'fast-check';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { addressPart } from './support/arbitraries.js';
import { HELD, REJECTED, scoreFromText } from './support/checks.js';
import { Client, type Headers, type Response } from './support/client.js';
import { Desk } from './support/desk.js';
import {
  anyBody,
  type ApiDocument,
  documentedRoutes,
  type Request,
  type Route,
} from './support/documented-routes.js';
import { wellFormedProblem } from './support/problems.js';
import { listen } from './support/second-api.js';

/** Fixed, so that a run can be compared with the last; fast-check prints seed and path of what fails. */
const SETTINGS = { seed: 20_261_123, numRuns: 40 } as const;
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

let service: TestService;
let client: Client;
let url: string;
let document: ApiDocument;
let ids: string[];
beforeAll(async () => {
  const limits = ['POSTS_PER_READER', 'ACTIONS_PER_READER', 'PREVIEWS_PER_READER'];
  service = await startService({
    checks: [scoreFromText],
    settings: Object.fromEntries(limits.map((limit) => [`LIMIT_${limit}`, 'off'])),
  });
  client = new Client(service);
  url = await listen(service.app);
  document = (await client.get('/docs/openapi.json', {})).json<ApiDocument>();
  ids = await seed();
});
afterAll(() => service.stop());

/** Puts something of everything there, and gives the ids of all that the API tells of it. */
async function seed(): Promise<string[]> {
  const desk = await Desk.open(service, 'admin');
  const article = { id: 'fuzz', title: 'Fuzz', section: 'news' };
  const top = await client.settle({ article });
  await client.settle({ article, parentId: top.id });
  for (const body of [HELD, `Once more: ${HELD}`, REJECTED]) await client.settle({ article, body });
  await desk.send('POST', '/v1/moderators/invitations', {
    ...{ role: 'moderator', email: 'invited@news.example' },
  });
  const found = new Set<string>();
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (get === undefined || path.includes('{') || path.endsWith('/stream')) continue;
    for (const headers of [desk.headers, client.site])
      for (const [id] of (await client.get(path, headers)).body.matchAll(UUID)) found.add(id);
  }
  expect(found.size).toBeGreaterThan(5);
  return [...found].slice(0, 40);
}

/** Who asks: nobody, a reader, the site's server, a moderator of each role, signed in anew. */
async function callers(): Promise<Headers[]> {
  const desks = await Promise.all(
    (['moderator', 'lead', 'admin'] as const).map((role) => Desk.open(service, role)),
  );
  return [{}, client.reader, client.site, ...desks.map(({ headers }) => headers)];
}

/** The rest of a stream never comes: its status is all that is waited for. */
function statusOfStream({ url: path, headers }: Request, who: Headers): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { agent: false, headers: { ...who, ...headers } });
    sent.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function send({ method }: Route, { url: path, headers, body }: Request, who: Headers) {
  const known = { ...who, 'content-type': 'application/json' };
  const asked = { method, url: path, headers: { ...known, ...headers } };
  return client.send(
    body === undefined
      ? { ...asked, headers: { ...who, ...headers } }
      : { ...asked, payload: body },
  );
}

function expectAnswer(response: Response): void {
  // Nothing that a request can say is an error of ours; 503 is what it waits for in vain.
  if (response.statusCode !== 503)
    expect(response.statusCode, response.body.slice(0, 2000)).toBeLessThan(500);
  if (response.statusCode >= 400) wellFormedProblem(response);
}

it('no route of the document is brought down by what is sent to it, whoever sends it', async () => {
  const routes = documentedRoutes(document, ids);
  expect(routes.length).toBeGreaterThan(50);
  for (const route of routes) {
    const asked = await callers();
    const taken: number[] = [];
    const property = fc.asyncProperty(
      route.requests,
      fc.constantFrom(...asked),
      async (sent, caller) => {
        if (route.streams) {
          expect(await statusOfStream(sent, caller)).toBeLessThan(500);
          return;
        }
        const response = await send(route, sent, caller);
        taken.push(response.statusCode);
        expectAnswer(response);
      },
    );
    try {
      await fc.assert(property, SETTINGS);
    } catch (error) {
      throw new Error(`${route.name}: ${(error as Error).message}`, { cause: error });
    }
    // Else nothing was tried but the door.
    const inside = taken.filter((status) => status !== 401 && status !== 403);
    if (!route.streams) expect(inside, route.name).not.toEqual([]);
  }
}, 300_000);

describe('routes that are in no document', () => {
  /** Dialects of other systems, pages and scripts: all that the server knows besides. */
  const undocumented = (): [method: 'GET' | 'POST', path: string][] => {
    const server = service.app.getHttpAdapter().getInstance() as { printRoutes(o: object): string };
    const lines = server.printRoutes({ commonPrefix: false }).matchAll(/── (\/\S*) \((\w+)/g);
    return [...lines]
      .map(([, path = '', method = '']) => [method, path] as const)
      .filter((route): route is ['GET' | 'POST', string] => ['GET', 'POST'].includes(route[0]))
      .filter(([method, path]) => {
        const documented = document.paths[path.replace(/:(\w+)/g, '{$1}')];
        return documented?.[method.toLowerCase()] === undefined;
      })
      .map(([method, path]) => [method, path]);
  };

  it('answer without an error of ours, in whatever shape is theirs', async () => {
    const routes = undocumented();
    expect(routes.map(([, path]) => path)).toContain('/widget.js');
    for (const [method, path] of routes) {
      const query = fc.array(
        fc
          .tuple(
            fc.constantFrom('siteKey', 'article', 'url', 'ids', 'callback', 'query'),
            addressPart,
          )
          .map(([name, value]) => `${name}=${value}`),
        { maxLength: 3 },
      );
      const property = fc.asyncProperty(addressPart, query, anyBody, async (part, pairs, body) => {
        const address = `${path.replace(/:\w+|\*/g, () => part)}?${pairs.join('&')}`;
        const headers = { ...client.reader, 'content-type': 'application/json' };
        const response = await client.send({
          ...{ method, url: address, headers },
          ...(method === 'POST' && { payload: body }),
        });
        const { body: said, statusCode } = response;
        expect(statusCode, `${method} ${address} ${said.slice(0, 500)}`).toBeLessThan(500);
      });
      await fc.assert(property, SETTINGS);
    }
  }, 120_000);
});
