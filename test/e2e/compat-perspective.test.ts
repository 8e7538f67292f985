import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClient } from '../harness/clients.js';
import { describeWith, needs } from '../harness/requirements.js';
import { rerouteHttps } from '../harness/rerouted-https.js';
import { startService, type TestService } from '../harness/service.js';
import { perspectiveKey } from './support/perspective.js';

const GOOGLE = 'commentanalyzer.googleapis.com';
const INSULT = 'You are a stupid idiot.';

interface Answer {
  attributeScores: Record<
    string,
    { summaryScore: { value: number; type: string }; spanScores: { begin: number; end: number }[] }
  >;
  languages: string[];
}
/** perspective-api-client 3.1. */
interface Perspective {
  analyze(text: string | object, options?: object): Promise<Answer>;
}
/** What googleapis makes of the discovery document. */
interface CommentAnalyzer {
  comments: {
    analyze(params: object): Promise<{ data: Answer; status: number }>;
    suggestscore(params: object): Promise<{ data: { requestedLanguages: string[] } }>;
  };
}
interface Google {
  google: { discoverAPI(from: string, options?: object): Promise<CommentAnalyzer> };
}

describeWith(needs.clients, 'the clients of the Perspective API, as they are', () => {
  let service: TestService;
  let url: string;
  let key: string;
  let folder: string;
  beforeAll(async () => {
    service = await startService({ worker: false });
    await service.app.listen(0, '127.0.0.1');
    url = await service.app.getUrl();
    key = await perspectiveKey(service);
    folder = await mkdtemp(join(tmpdir(), 'moderato-discovery-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await service.stop();
  });

  describe('perspective-api-client', () => {
    let client: Perspective;
    let broken: Perspective;
    let undo: () => void;
    beforeAll(async () => {
      undo = rerouteHttps(GOOGLE, Number(new URL(url).port));
      const { default: Client } = await loadClient<{
        default: new (options: object) => Perspective;
      }>('perspective-api-client');
      client = new Client({ apiKey: key });
      broken = new Client({ apiKey: 'mk-wrong' });
    });
    afterAll(() => undo());

    it('scores a text under TOXICITY when nothing else is asked for', async () => {
      const answer = await client.analyze(INSULT);
      expect(Object.keys(answer.attributeScores)).toEqual(['TOXICITY']);
      expect(answer.attributeScores['TOXICITY']?.summaryScore.value).toBeGreaterThan(0.9);
      expect(answer.attributeScores['TOXICITY']?.spanScores).toMatchObject([
        { begin: 0, end: INSULT.length },
      ]);
      expect(answer.languages).toEqual(['en']);
    });

    it('asks for attributes by their names in small letters', async () => {
      const { attributeScores } = await client.analyze(INSULT, {
        attributes: ['toxicity', 'insult', 'spam'],
      });
      expect(Object.keys(attributeScores)).toEqual(['TOXICITY', 'INSULT', 'SPAM']);
    });

    it('passes on thresholds, below which an attribute is left out', async () => {
      const { attributeScores } = await client.analyze({
        comment: { text: INSULT },
        requestedAttributes: { TOXICITY: { scoreThreshold: 0.7 }, THREAT: { scoreThreshold: 0.7 } },
      });
      expect(Object.keys(attributeScores)).toEqual(['TOXICITY']);
    });

    it('tells in its own error what was wrong', async () => {
      await expect(client.analyze('Bonjour à tous, quelle belle journée.')).rejects.toMatchObject({
        name: 'ResponseError',
        message: 'Attribute TOXICITY does not support request languages: fr',
        response: { status: 400 },
      });
      await expect(broken.analyze(INSULT)).rejects.toMatchObject({
        message: 'API key not valid. Please pass a valid API key.',
        response: { status: 403 },
      });
      await expect(client.analyze('x'.repeat(21_000), { validate: false })).rejects.toMatchObject({
        message: 'Comment text too long.',
      });
      await expect(client.analyze('<br>', { validate: false })).rejects.toMatchObject({
        message: 'Comment must be non-empty.',
      });
      await expect(client.analyze(INSULT, { attributes: {} })).rejects.toMatchObject({
        message: 'Missing requested_attributes',
      });
    });
  });

  describe('googleapis', () => {
    let google: Google['google'];
    beforeAll(async () => {
      ({ google } = await loadClient<Google>('googleapis'));
    });
    const discover = () => google.discoverAPI(`${url}/$discovery/rest?version=v1alpha1`);
    const requestBody = { comment: { text: INSULT }, requestedAttributes: { INSULT: {} } };

    it('finds out from the service itself what to call and where', async () => {
      const { comments } = await discover();
      const { data } = await comments.analyze({ key, requestBody });
      expect(data.attributeScores['INSULT']?.summaryScore).toMatchObject({ type: 'PROBABILITY' });
      expect(data.attributeScores['INSULT']?.summaryScore.value).toBeGreaterThan(0.9);
    });

    it('is led to the service by rootUrl, whatever its description says', async () => {
      const described = await service.app.inject('/$discovery/rest?version=v1alpha1');
      const googles = { ...described.json<object>(), rootUrl: `https://${GOOGLE}/` };
      const file = join(folder, 'commentanalyzer.json');
      await writeFile(file, JSON.stringify(googles));
      const { comments } = await google.discoverAPI(file, { rootUrl: url, params: { key } });
      const { data } = await comments.analyze({ requestBody });
      expect(data.attributeScores['INSULT']?.summaryScore.value).toBeGreaterThan(0.9);
    });

    it('sends the key as a header as well', async () => {
      const { comments } = await discover();
      const headers = { 'x-goog-api-key': key };
      expect(await comments.analyze({ headers, requestBody })).toMatchObject({ status: 200 });
    });

    it('suggests scores', async () => {
      const { comments } = await discover();
      const attributeScores = { TOXICITY: { summaryScore: { value: 1 } } };
      const { data } = await comments.suggestscore({
        key,
        requestBody: { comment: { text: INSULT }, attributeScores, languages: ['en'] },
      });
      expect(data).toEqual({ detectedLanguages: ['en'], requestedLanguages: ['en'] });
    });

    it('tells in its own error what was wrong', async () => {
      const { comments } = await discover();
      await expect(comments.analyze({ key: 'mk-wrong', requestBody })).rejects.toMatchObject({
        status: 403,
        message: 'API key not valid. Please pass a valid API key.',
      });
      const unscored = { ...requestBody, requestedAttributes: { FLIRTATION: {} } };
      await expect(comments.analyze({ key, requestBody: unscored })).rejects.toMatchObject({
        status: 400,
        response: {
          data: { error: { details: [{ errorType: 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE' }] } },
        },
      });
    });
  });
});

describeWith(needs.clients, 'a client that asks too often', () => {
  let service: TestService;
  let key: string;
  let discover: (options?: object) => Promise<CommentAnalyzer>;
  beforeAll(async () => {
    service = await startService({ worker: false, settings: { LIMIT_CHECKS_PER_KEY: '1/1' } });
    await service.app.listen(0, '127.0.0.1');
    key = await perspectiveKey(service);
    const { google } = await loadClient<Google>('googleapis');
    const url = `${await service.app.getUrl()}/$discovery/rest?version=v1alpha1`;
    discover = (options) => google.discoverAPI(url, options);
  });
  afterAll(() => service.stop());

  it('is refused, and gets its answer if it is one that tries again', async () => {
    const requestBody = { comment: { text: INSULT }, requestedAttributes: { TOXICITY: {} } };
    const { comments } = await discover();
    const asked = [1, 2, 3].map(() => comments.analyze({ key, requestBody }));
    const refused = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected');
    expect(refused[0]).toMatchObject({
      reason: { status: 429, response: { data: { error: { status: 'RESOURCE_EXHAUSTED' } } } },
    });
    const patient = await discover({ retryConfig: { retry: 5, httpMethodsToRetry: ['POST'] } });
    const answers = [1, 2].map(() => patient.comments.analyze({ key, requestBody }));
    expect(await Promise.all(answers)).toMatchObject([{ status: 200 }, { status: 200 }]);
  });
});
