import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import type { TextScorer } from '#moderation';
import { chooseScorer } from '#scorers';
import { answering, ScoringServer } from './scoring-server.js';

const KEY = 'sk-secret-of-openai';
const local: TextScorer = {
  name: 'local',
  version: '3',
  score: () => ({
    labels: [
      { label: 'threat', score: 0.1, spans: [] },
      { label: 'insult', score: 0.2, spans: [] },
    ],
  }),
};

const CATEGORY_SCORES = {
  harassment: 0.91,
  'harassment/threatening': 0.4,
  hate: 0.3,
  'hate/threatening': 0.6,
  violence: 0.99,
  sexual: 0.99,
};
const answerWith = (categoryScores: unknown) => ({
  id: 'modr-1',
  model: 'omni-moderation-2024-09-26',
  results: [{ flagged: true, categories: {}, category_scores: categoryScores }],
});

let server: ScoringServer;
beforeAll(async () => void (server = await ScoringServer.start()));
beforeEach(() => server.reset(answering(200, answerWith(CATEGORY_SCORES))));
afterAll(() => server.stop());

const scorerWith = (settings: Record<string, string> = {}): Promise<TextScorer> =>
  chooseScorer(
    loadConfig({ SCORER: 'openai', SCORER_URL: server.url, SCORER_API_KEY: KEY, ...settings }),
    local,
  );

describe("OpenAI's moderation endpoint as a scorer", () => {
  it('sends the text with the model and the key as bearer token', async () => {
    await (await scorerWith()).score('Some text', { language: 'en' });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/score',
      query: {},
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    });
    expect(server.requests[0]?.body).toEqual({
      model: 'omni-moderation-latest',
      input: 'Some text',
    });
  });

  it('sends no key to a service of our own that needs none', async () => {
    await (await scorerWith({ SCORER_API_KEY: '' })).score('Some text', {});
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('maps what means the same, leaves the rest to the local model, and names the model', async () => {
    const scorer = await scorerWith();
    expect(scorer).toMatchObject({ name: 'openai', version: 'omni-moderation-latest' });
    const by = { name: 'openai', version: 'omni-moderation-2024-09-26' };
    expect((await scorer.score('Some text', {})).labels).toEqual([
      { label: 'toxicity', score: 0.91, spans: [], by },
      { label: 'threat', score: 0.6, spans: [], by },
      { label: 'identity-attack', score: 0.6, spans: [], by },
      {
        label: 'insult',
        score: 0.2,
        spans: [],
        by: { name: 'local', version: '3', because: 'not-scored' },
      },
    ]);
  });

  it('asks for the model that is configured', async () => {
    const scorer = await scorerWith({ SCORER_MODEL: 'omni-moderation-2024-09-26' });
    const { labels } = await scorer.score('Some text', {});
    expect(server.requests[0]?.body).toMatchObject({ model: 'omni-moderation-2024-09-26' });
    expect(labels[0]).not.toHaveProperty('by');
  });

  it.each<[string, number, unknown]>([
    ['no results', 200, { results: [] }],
    ['results of another shape', 200, { results: { category_scores: {} } }],
    ['a score that is none', 200, answerWith({ hate: null })],
    ['a wrong key', 401, { error: { message: 'Incorrect API key provided: sk-secret' } }],
    ['an unknown model', 404, {}],
    ['a way to somewhere else', 307, {}],
  ])('takes %s for no answer', async (_, status, body) => {
    server.reset(answering(status, body, status === 307 ? { location: server.url } : {}));
    const { labels } = await (await scorerWith()).score('Some text', {});
    const by = { name: 'local', version: '3', because: 'failed' };
    expect(labels).toMatchObject([
      { label: 'threat', by },
      { label: 'insult', by },
    ]);
    expect(server.requests).toHaveLength(1);
  });
});
