import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replay, type ReplayOptions } from './replay.js';

interface Stored {
  id: string;
  key: string;
  parentId: string | undefined;
  body: string;
  status: string;
}

/** As much of the service as a replay sees. */
class StandIn {
  readonly comments: Stored[] = [];
  /** How many requests from now on are dropped after they were carried out. */
  dropAnswers = 0;
  verdictAfterMs = 20;
  openPolls = 0;
  mostOpenPolls = 0;
  readonly server: Server = createServer((request, response) => {
    void this.handle(request, response);
  });

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '';
    if (request.headers['x-site-key'] !== 'pk')
      return this.answer(response, 401, { detail: 'Unknown site key.' });
    if (url.startsWith('/v1/counts')) return this.answer(response, 200, { counts: {} });
    if (request.method === 'POST') return this.submit(request, response);
    return this.read(
      url.split('/').at(-1) ?? '',
      request.headers.prefer === undefined ? 0 : 100,
      response,
    );
  }

  private async submit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { body, parentId } = JSON.parse(await text(request)) as {
      body: string;
      parentId?: string;
    };
    if (body === '') return this.answer(response, 400, { code: 'VALIDATION_FAILED' });
    const key = String(request.headers['idempotency-key']);
    let stored = this.comments.find((comment) => comment.key === key);
    if (stored === undefined) {
      stored = { id: randomUUID(), key, parentId, body, status: 'pending' };
      this.comments.push(stored);
      if (!body.startsWith('stuck')) setTimeout(this.decide, this.verdictAfterMs, stored);
    }
    if (this.dropAnswers > 0) {
      this.dropAnswers -= 1;
      return void response.destroy();
    }
    return this.answer(response, 202, { id: stored.id });
  }

  private readonly decide = (stored: Stored): void => {
    stored.status = stored.body.includes('spam') ? 'rejected' : 'published';
  };

  private async read(id: string, waitMs: number, response: ServerResponse): Promise<void> {
    // A last look is no poll; the polls that were given up may still be open here by then.
    const polls = waitMs > 0 ? 1 : 0;
    this.mostOpenPolls = Math.max(this.mostOpenPolls, (this.openPolls += polls));
    const stored = this.comments.find((comment) => comment.id === id);
    for (let waited = 0; stored?.status === 'pending' && waited < waitMs; waited += 5) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    this.openPolls -= polls;
    const decision =
      stored?.status === 'rejected'
        ? { reason: 'SPAM', decidedAt: '2026-01-01T00:00:00.250Z' }
        : null;
    this.answer(response, stored ? 200 : 404, {
      ...stored,
      createdAt: '2026-01-01T00:00:00.000Z',
      decision,
    });
  }

  private answer(response: ServerResponse, status: number, content: object): void {
    response.writeHead(status).end(JSON.stringify(content));
  }
}

let service: StandIn;
let folder: string;
let options: Omit<ReplayOptions, 'file'>;

beforeEach(async () => {
  service = new StandIn();
  service.server.listen(0, '127.0.0.1');
  await once(service.server, 'listening');
  const { port } = service.server.address() as AddressInfo;
  options = {
    url: `http://127.0.0.1:${port}`,
    keys: { siteKey: 'pk', siteSecret: 'sk' },
    waitSeconds: 0.5,
  };
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
});

afterEach(async () => {
  service.server.close().closeAllConnections();
  await rm(folder, { recursive: true });
});

async function fileOf(rows: (object | string)[]): Promise<string> {
  const file = join(folder, 'rows.jsonl');
  await writeFile(
    file,
    rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
  );
  return file;
}

test('counts verdicts, refusals by code, malformed lines by number, and reasons', async () => {
  const file = await fileOf([
    { text: 'good' },
    { text: 'spam' },
    { text: '' },
    '{',
    { text: 'fine' },
  ]);
  expect(await replay({ ...options, file })).toMatchObject({
    rows: 5,
    accepted: 3,
    refused: { VALIDATION_FAILED: 1 },
    malformed: { count: 1, first: [{ line: 4, problem: 'not JSON' }] },
    verdicts: { published: 2, rejected: 1, held: 0 },
    lost: 0,
    reasons: [{ status: 'rejected', reason: 'SPAM', count: 1 }],
    latency: { observed: { count: 3 }, service: { count: 1, max: 250 } },
  });
});

test('posts replies under their parents, and counts those whose parent is missing', async () => {
  const rows = [
    { text: 'First!' },
    { text: 'No, me.', parent: 'First!' },
    { text: 'No, me.!', parent: 'No, me.' },
    { text: 'What?', parent: 'gone' },
  ];
  const report = await replay({ ...options, file: await fileOf(rows) });
  expect(report).toMatchObject({ accepted: 4, replies: 2, parentsMissing: 1 });
  const [first, second, third] = ['First!', 'No, me.', 'No, me.!'].map((body) => byBody(body));
  expect(second?.parentId).toBe(first?.id);
  expect(third?.parentId).toBe(second?.id);
  expect(byBody('What?')?.parentId).toBeUndefined();
});

function byBody(body: string): Stored | undefined {
  return service.comments.find((comment) => comment.body === body);
}

test('sends again what was carried out but not answered, without posting it twice', async () => {
  service.dropAnswers = 7;
  const rows = Array.from({ length: 30 }, (_, index) => ({ text: `comment ${index}` }));
  const report = await replay({ ...options, file: await fileOf(rows) });
  expect(report).toMatchObject({ accepted: 30, lost: 0, retries: 7, verdicts: { published: 30 } });
  expect(service.comments).toHaveLength(30);
});

test('names the comments that never get a verdict, and sees all the others behind them', async () => {
  const stuck = Array.from({ length: 210 }, (_, index) => ({ text: `stuck ${index}` }));
  const rows = [
    ...stuck,
    ...Array.from({ length: 50 }, (_, index) => ({ text: `comment ${index}` })),
  ];
  const report = await replay({ ...options, file: await fileOf(rows) });
  expect(report).toMatchObject({ accepted: 260, lost: 210, verdicts: { published: 50 } });
  const pending = service.comments.filter(({ status }) => status === 'pending').map(({ id }) => id);
  expect(pending).toEqual(expect.arrayContaining(report.lostIds));
  expect(service.mostOpenPolls).toBeLessThanOrEqual(200);
});

test('stops at the limit and keeps to the rate', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({ text: `comment ${index}` }));
  const report = await replay({ ...options, file: await fileOf(rows), limit: 11, rate: 50 });
  expect(report).toMatchObject({ rows: 11, accepted: 11 });
  expect(report.postingSeconds).toBeGreaterThanOrEqual(0.19);
});

test('gives rows up when the service is gone for good, and stops', async () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({ text: `comment ${index}` }));
  service.dropAnswers = Infinity;
  const report = await replay({
    ...options,
    file: await fileOf(rows),
    concurrency: 4,
    retrySeconds: 0.1,
  });
  expect(report.accepted).toBe(0);
  // Four in a row end it; each of the other three may have begun one more by then.
  expect(report.failed).toBeLessThan(8);
});

test('says that nothing answers, that the site is unknown, and that the file is missing', async () => {
  const file = await fileOf([{ text: 'a' }]);
  await expect(replay({ ...options, file, url: 'http://127.0.0.1:9' })).rejects.toThrow(
    'Nothing answers at',
  );
  const keys = { siteKey: 'other', siteSecret: null };
  await expect(replay({ ...options, file, keys })).rejects.toThrow(
    "refuses the site's keys: Unknown site key.",
  );
  await expect(replay({ ...options, file: 'missing.jsonl' })).rejects.toThrow(
    'Cannot read missing.jsonl',
  );
});
