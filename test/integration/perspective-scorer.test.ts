import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import type { TextScorer } from '#moderation';
import { chooseScorer } from '#scorers';
import { answering, ScoringServer } from './scoring-server.js';

const KEY = 'secret-of-perspective';
const TEXT = 'You fool. Nice weather, though.';

const local: TextScorer = {
  name: 'local',
  version: '3',
  score: () => ({
    labels: [
      { label: 'toxicity', score: 0.11, spans: [] },
      { label: 'spam', score: 0.22, spans: [{ start: 0, end: 3 }] },
    ],
  }),
};
const byLocal = (because: string) => ({ name: 'local', version: '3', because });

const summary = (value: number) => ({ summaryScore: { value, type: 'PROBABILITY' } });
const span = (begin: number, end: number, value: number) => ({
  begin,
  end,
  score: { value, type: 'PROBABILITY' },
});

let server: ScoringServer;
beforeAll(async () => void (server = await ScoringServer.start()));
beforeEach(() => server.reset(answering(200, { attributeScores: {} })));
afterAll(() => server.stop());

const scorerWith = (settings: Record<string, string> = {}): Promise<TextScorer> =>
  chooseScorer(
    loadConfig({
      SCORER: 'perspective',
      SCORER_URL: `${server.url}?quota=7`,
      SCORER_API_KEY: KEY,
      ...settings,
    }),
    local,
  );

describe('a Perspective-compatible scorer', () => {
  it('asks for our labels, for spans, and that the text is not kept', async () => {
    await (await scorerWith()).score(TEXT, {});
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/score',
      query: { quota: '7', key: KEY },
      headers: { 'content-type': 'application/json' },
    });
    expect(server.requests[0]?.body).toEqual({
      comment: { text: TEXT, type: 'PLAIN_TEXT' },
      requestedAttributes: {
        TOXICITY: {},
        SEVERE_TOXICITY: {},
        INSULT: {},
        PROFANITY: {},
        THREAT: {},
        IDENTITY_ATTACK: {},
      },
      dropUnsupportedAttributes: true,
      spanAnnotations: true,
      doNotStore: true,
    });
  });

  it('sends no key where there is none', async () => {
    await (await scorerWith({ SCORER_API_KEY: '' })).score(TEXT, {});
    expect(server.requests[0]?.query).toEqual({ quota: '7' });
  });

  it('names the language where it is known, without its region', async () => {
    const scorer = await scorerWith();
    await scorer.score(TEXT, { language: 'pt-BR' });
    expect(server.requests[0]?.body).toMatchObject({ languages: ['pt'] });
  });

  it('asks for spam only where that is configured', async () => {
    server.reset(answering(200, { attributeScores: { SPAM: summary(0.9) } }));
    const { labels } = await (await scorerWith({ SCORER_SPAM: 'true' })).score(TEXT, {});
    expect(server.requests[0]?.body).toMatchObject({ requestedAttributes: { SPAM: {} } });
    expect(labels).toContainEqual({ label: 'spam', score: 0.9, spans: [] });
  });

  it('maps attributes to labels, and the pieces that made the score to spans', async () => {
    const toxicity = {
      ...summary(0.9),
      spanScores: [span(0, 9, 0.93), span(10, TEXT.length, 0.02)],
    };
    server.reset(
      answering(200, {
        attributeScores: {
          TOXICITY: toxicity,
          PROFANITY: { ...summary(0.7), spanScores: [span(0, TEXT.length, 0.7)] },
          IDENTITY_ATTACK: summary(0),
          FLIRTATION: summary(0.9),
        },
        languages: ['en'],
        detectedLanguages: ['en'],
      }),
    );
    const scorer = await scorerWith();
    expect(scorer).toMatchObject({ name: 'perspective', version: 'v1alpha1' });
    const { labels } = await scorer.score(TEXT, {});
    expect(labels).toEqual([
      { label: 'toxicity', score: 0.9, spans: [{ start: 0, end: 9 }] },
      { label: 'obscene', score: 0.7, spans: [] },
      { label: 'identity-attack', score: 0, spans: [] },
      // The service says nothing of spam: the local model does, under its own name.
      { label: 'spam', score: 0.22, spans: [{ start: 0, end: 3 }], by: byLocal('not-scored') },
    ]);
  });

  it('goes on with one connection', async () => {
    const scorer = await scorerWith();
    for (let i = 0; i < 5; i++) await scorer.score(TEXT, {});
    expect(server.requests).toHaveLength(5);
    expect(server.connections).toBeLessThanOrEqual(1);
  });

  it.each(['LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE', 'COMMENT_TOO_LONG'])(
    'leaves a text that is declined with %s to the local model, and goes on asking',
    async (errorType) => {
      const type = 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error';
      const error = { code: 400, message: 'No', status: 'INVALID_ARGUMENT' };
      server.reset(
        answering(400, { error: { ...error, details: [{ '@type': type, errorType }] } }),
      );
      const scorer = await scorerWith({ SCORER_FAILURES: '1' });
      for (let i = 0; i < 3; i++) {
        expect((await scorer.score('Dia duit', {})).labels).toMatchObject([
          { label: 'toxicity', score: 0.11, by: byLocal('declined') },
          { label: 'spam', score: 0.22, by: byLocal('declined') },
        ]);
      }
      expect(server.requests).toHaveLength(3);
    },
  );

  it.each<[string, unknown]>([
    ['no JSON', '<html>504</html>'],
    ['an empty answer', ''],
    ['a list', []],
    ['no scores', { languages: ['en'] }],
    ['an attribute without a score', { attributeScores: { TOXICITY: {} } }],
    ['a score out of range', { attributeScores: { TOXICITY: summary(97) } }],
    ['a score in words', { attributeScores: { TOXICITY: { summaryScore: { value: '0.9' } } } }],
    [
      'a span outside of the text',
      { attributeScores: { TOXICITY: { ...summary(0.9), spanScores: [span(0, 999, 0.9)] } } },
    ],
    [
      'a span that ends before it begins',
      { attributeScores: { TOXICITY: { ...summary(0.9), spanScores: [span(9, 2, 0.9)] } } },
    ],
    [
      'spans that are no list',
      { attributeScores: { TOXICITY: { ...summary(0.9), spanScores: {} } } },
    ],
  ])('takes %s for no answer', async (_, body) => {
    server.reset(answering(200, body));
    const { labels } = await (await scorerWith()).score(TEXT, {});
    expect(labels).toMatchObject([
      { label: 'toxicity', score: 0.11, by: byLocal('failed') },
      { label: 'spam', score: 0.22, by: byLocal('failed') },
    ]);
  });
});
