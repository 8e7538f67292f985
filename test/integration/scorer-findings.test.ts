import { afterAll, beforeAll, expect, describe, it } from 'vitest';
import { loadConfig } from '#config';
import type { CommentDetail, Finding } from '#contract';
import { defaultChecks, type TextScorer } from '#moderation';
import { chooseScorer } from '#scorers';
import { startService, type TestService } from '../harness/service.js';
import { answering, ScoringServer } from './scoring-server.js';

const local: TextScorer = {
  name: 'local',
  version: '3',
  score: (text) =>
    text.startsWith('Olá')
      ? { labels: [], unscoredLanguage: 'pt' }
      : { labels: [{ label: 'threat', score: 0.1, spans: [] }] },
};

let server: ScoringServer;
let service: TestService;

beforeAll(async () => {
  server = await ScoringServer.start();
  const settings = { SCORER: 'perspective', SCORER_URL: server.url, SCORER_FAILURES: '100' };
  const scorer = await chooseScorer(loadConfig(settings), local);
  service = await startService({ settings, checks: defaultChecks({ scorers: [scorer] }) });
});
afterAll(async () => {
  await service.stop();
  await server.stop();
});

/** The comment with its verdict, and what the scorer's check found. */
async function post(body: string): Promise<{ comment: CommentDetail; finding: Finding }> {
  const { app, asReader, asSite } = service;
  const payload = { article: { id: 'a' }, author: { name: 'Reader' }, body };
  const headers = { ...asReader, prefer: 'wait=10' };
  const posted = await app.inject({ method: 'POST', url: '/v1/comments', headers, payload });
  const { id } = posted.json<{ id: string }>();
  const url = `/v1/comments/${id}`;
  const comment = (await app.inject({ url, headers: asSite })).json<CommentDetail>();
  return { comment, finding: comment.findings.find(({ check }) => check === 'perspective')! };
}

describe('a comment that a service scores', () => {
  it('is held by its score, and the decision names the service', async () => {
    const spanScores = [{ begin: 2, end: 9, score: { value: 0.9, type: 'PROBABILITY' } }];
    const THREAT = { summaryScore: { value: 0.9, type: 'PROBABILITY' }, spanScores };
    server.reset(answering(200, { attributeScores: { THREAT } }));
    const { comment, finding } = await post('I will find out where you live, neighbor.');
    expect(comment.status).toBe('held');
    expect(finding).toMatchObject({
      version: 'v1alpha1',
      label: 'threat',
      score: 0.9,
      outcome: 'hold',
      spans: [{ start: 2, end: 9 }],
      details: { scorer: 'perspective' },
    });
  });

  it('is judged by the local model while the service is away, and the decision says so', async () => {
    server.reset(answering(500, {}));
    const { comment, finding } = await post('Lovely weather over the harbor this morning.');
    expect(comment.status).toBe('published');
    expect(finding).toMatchObject({
      label: 'threat',
      score: 0.1,
      details: { scorer: 'local', scorerVersion: '3', because: 'failed' },
    });
  });

  it('in a language that only the service knows is said to be not scored while it is away', async () => {
    server.reset(answering(500, {}));
    expect((await post('Olá a todos, bom dia.')).finding).toMatchObject({
      label: 'not-scored',
      outcome: 'none',
      details: { language: 'pt' },
    });
    const INSULT = { summaryScore: { value: 0.1, type: 'PROBABILITY' } };
    server.reset(answering(200, { attributeScores: { INSULT } }));
    expect((await post('Olá a todos, boa noite.')).finding).toMatchObject({ label: 'insult' });
  });
});
