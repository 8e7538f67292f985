import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '#config';
import { JsonLogger } from '#logging';
import type { TextScorer } from '#moderation';
import { chooseScorer } from '#scorers';
import { until } from '../harness/until.js';
import { answering, ScoringServer, silent } from './scoring-server.js';

const KEY = 'secret-key-of-the-newsroom';
const TEXT = 'a text that nobody may log';
const PAUSE_MS = 30_000;

const local: TextScorer = {
  name: 'local',
  version: '3',
  score: () => ({ labels: [{ label: 'toxicity', score: 0.1, spans: [] }] }),
};
const ANSWER = answering(200, {
  attributeScores: { TOXICITY: { summaryScore: { value: 0.9, type: 'PROBABILITY' } } },
});

let server: ScoringServer;
let log = '';

beforeAll(async () => {
  server = await ScoringServer.start();
  Logger.overrideLogger(new JsonLogger('trace', 'test', { write: (line) => void (log += line) }));
});
beforeEach(() => {
  // The clock alone: what waits for the network goes on waiting for it.
  vi.useFakeTimers({ toFake: ['Date'] });
  server.reset(ANSWER);
  log = '';
});
afterEach(() => {
  vi.useRealTimers();
  expect(log).not.toContain(KEY);
  expect(log).not.toContain(TEXT);
});
afterAll(async () => {
  Logger.overrideLogger(['error']);
  await server.stop();
});

const pass = (ms: number): void => void vi.setSystemTime(Date.now() + ms);
const logged = (): { level: string; msg: string }[] =>
  log
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { level: string; msg: string });

function scorerWith(settings: Record<string, string> = {}): Promise<TextScorer> {
  return chooseScorer(
    loadConfig({
      SCORER: 'perspective',
      SCORER_URL: server.url,
      SCORER_API_KEY: KEY,
      SCORER_FAILURES: '3',
      SCORER_PAUSE_MS: String(PAUSE_MS),
      ...settings,
    }),
    local,
  );
}

/** Who scored, or why it was not the service. */
async function ask(scorer: TextScorer): Promise<string> {
  const { labels } = await scorer.score(TEXT, {});
  expect(labels).toHaveLength(1);
  const [{ score, by } = { score: -1, by: undefined }] = labels;
  expect(score).toBe(by === undefined ? 0.9 : 0.1);
  return by === undefined ? 'service' : `${by.name} ${by.version}: ${by.because}`;
}

async function askTimes(times: number, scorer: TextScorer): Promise<string[]> {
  const answers: string[] = [];
  for (let i = 0; i < times; i++) answers.push(await ask(scorer));
  return answers;
}

const FAILED = 'local 3: failed';
const PAUSED = 'local 3: paused';
const TIMED_OUT = 'local 3: timed-out';

describe('a scoring service that fails', () => {
  it('is not waited for past the time limit, and its request is broken off', async () => {
    // Long enough for the request to arrive first, on a machine with other work to do.
    const scorer = await scorerWith({ SCORER_TIMEOUT_MS: '500' });
    server.reset(silent);
    const began = performance.now();
    expect(await ask(scorer)).toBe(TIMED_OUT);
    expect(performance.now() - began).toBeGreaterThanOrEqual(495);
    await until(() => server.brokenOff === 1, { what: 'the end of the request' });
  });

  it('that begins an answer and never ends it is not waited for either', async () => {
    const scorer = await scorerWith({ SCORER_TIMEOUT_MS: '60' });
    server.reset((response) => void response.writeHead(200).write('{"attributeScores"'));
    expect(await ask(scorer)).toBe(TIMED_OUT);
  });

  it('is left alone after failures in a row, tried again by one comment, and asked once it answers', async () => {
    const scorer = await scorerWith();
    expect(await ask(scorer)).toBe('service');
    server.reset(answering(503, 'Service Unavailable'));
    expect(await askTimes(5, scorer)).toEqual([FAILED, FAILED, FAILED, PAUSED, PAUSED]);
    expect(server.requests).toHaveLength(3);

    pass(PAUSE_MS - 1);
    expect(await ask(scorer)).toBe(PAUSED);
    pass(1);
    expect(await askTimes(2, scorer)).toEqual([FAILED, PAUSED]);
    expect(server.requests).toHaveLength(4);

    pass(PAUSE_MS);
    server.reset(ANSWER);
    expect(await askTimes(3, scorer)).toEqual(['service', 'service', 'service']);
    expect(logged()).toMatchObject([
      {
        level: 'warn',
        msg: 'The service "perspective" answers with status 503: the local model scores in its place until it answers again.',
      },
      { level: 'info', msg: 'The service "perspective" answers again and scores.' },
    ]);
  });

  it('is asked by one comment alone when the pause ends; the others do not wait for it', async () => {
    const scorer = await scorerWith({ SCORER_FAILURES: '1' });
    server.reset(answering(500, {}));
    expect(await ask(scorer)).toBe(FAILED);
    pass(PAUSE_MS);
    let release = (): void => undefined;
    server.reset((response, request) => (release = () => ANSWER(response, request)));
    const tried = ask(scorer);
    expect(await askTimes(3, scorer)).toEqual([PAUSED, PAUSED, PAUSED]);
    await until(() => server.requests.length === 1, { what: 'the request' });
    server.answer = ANSWER;
    release();
    expect(await tried).toBe('service');
    expect(await ask(scorer)).toBe('service');
  });

  it('counts failures in a row only, not those between answers', async () => {
    const scorer = await scorerWith({ SCORER_FAILURES: '2' });
    for (let i = 0; i < 3; i++) {
      server.reset(answering(500, {}));
      expect(await ask(scorer)).toBe(FAILED);
      server.reset(ANSWER);
      expect(await ask(scorer)).toBe('service');
    }
    expect(log).toBe('');
  });

  it('is said to be away once, however many comments find out at the same time', async () => {
    const scorer = await scorerWith();
    server.reset(answering(500, {}));
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(scorer)));
    expect(new Set(answers)).toEqual(new Set([FAILED]));
    expect(logged()).toHaveLength(1);
  });

  it('is left alone at once, for as long as it asks, when it answers 429 with Retry-After', async () => {
    const scorer = await scorerWith();
    server.reset(answering(429, {}, { 'retry-after': '120' }));
    expect(await askTimes(3, scorer)).toEqual([FAILED, PAUSED, PAUSED]);
    server.answer = ANSWER;
    pass(119_999);
    expect(await ask(scorer)).toBe(PAUSED);
    pass(1);
    expect(await ask(scorer)).toBe('service');
    expect(server.requests).toHaveLength(2);
  });

  it('is counted as failing when it answers 429 without Retry-After', async () => {
    const scorer = await scorerWith();
    server.reset(answering(429, {}));
    expect(await askTimes(4, scorer)).toEqual([FAILED, FAILED, FAILED, PAUSED]);
  });

  it('that refuses the key is told by the name of the setting, without the key', async () => {
    const scorer = await scorerWith({ SCORER_FAILURES: '1' });
    server.reset(answering(403, { error: { message: `Wrong key ${KEY}: ${TEXT}` } }));
    expect(await ask(scorer)).toBe(FAILED);
    expect(logged()).toMatchObject([{ level: 'warn' }]);
    expect(log).toContain('answers with status 403; look at SCORER_API_KEY');
  });

  it('and is down from the start keeps nothing from starting, and is used once it is up', async () => {
    const late = await ScoringServer.start();
    const { url, port } = late;
    await late.stop();
    const scorer = await scorerWith({ SCORER_URL: url });
    expect(await askTimes(4, scorer)).toEqual([FAILED, FAILED, FAILED, PAUSED]);
    expect(log).toContain('cannot be reached (ECONNREFUSED)');
    late.answer = ANSWER;
    await late.listen(port);
    pass(PAUSE_MS);
    expect(await ask(scorer)).toBe('service');
    await late.stop();
  });

  it('leaves the failure of the local model to the check', async () => {
    const broken: TextScorer = { ...local, score: () => Promise.reject(new Error('no model')) };
    const config = loadConfig({ SCORER: 'perspective', SCORER_URL: server.url });
    const scorer = await chooseScorer(config, broken);
    await expect(async () => scorer.score(TEXT, {})).rejects.toThrow('no model');
  });
});

describe('the local scorer', () => {
  it('is the only one unless the configuration names another', async () => {
    expect(await chooseScorer(loadConfig({}), local)).toBe(local);
  });
});
