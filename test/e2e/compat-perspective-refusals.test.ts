import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import type { Response } from './support/client.js';
import { bodyOf, type Json } from './support/arbitraries.js';
import {
  googleErrorOf,
  PerspectiveCalls,
  perspectiveKey,
  refusalOf,
} from './support/perspective.js';

let service: TestService;
let perspective: PerspectiveCalls;
let key: string;
beforeAll(async () => {
  service = await startService({ worker: false });
  key = await perspectiveKey(service);
  perspective = new PerspectiveCalls(service, key);
});
afterAll(() => service.stop());

const comment = { text: 'A fine day.' };
const requestedAttributes = { TOXICITY: {} };
const attributeScores = { TOXICITY: { summaryScore: { value: 1 } } };
const french = { text: 'Bonjour à tous, quelle belle journée.' };
const toxicity = (changes: object): object => ({ requestedAttributes: { TOXICITY: changes } });
const suggested = (TOXICITY: object): object => ({ attributeScores: { TOXICITY } });
const context = { entries: [], articleAndParentComment: {} };

describe('a request that cannot be answered', () => {
  it.each<[string, object, string, string]>([
    ['no comment', { comment: undefined }, 'COMMENT_EMPTY', 'Comment must be non-empty.'],
    ['an empty one', { comment: { text: '' } }, 'COMMENT_EMPTY', 'Comment must be non-empty.'],
    ['blanks', { comment: { text: ' \n ' } }, 'COMMENT_EMPTY', 'Comment must be non-empty.'],
    [
      'nothing but markup',
      { comment: { text: '<p><br></p>', type: 'HTML' } },
      'COMMENT_EMPTY',
      'Comment must be non-empty.',
    ],
    [
      'more than 20,480 bytes',
      { comment: { text: '傻'.repeat(6827) } },
      'COMMENT_TOO_LONG',
      'Comment text too long.',
    ],
    [
      'far more than that',
      { comment: { text: 'x'.repeat(200_000) } },
      'COMMENT_TOO_LONG',
      'Comment text too long.',
    ],
    [
      'no attributes',
      { requestedAttributes: {} },
      'NO_REQUESTED_ATTRIBUTES',
      'Missing requested_attributes',
    ],
    [
      'an attribute that nobody knows',
      { requestedAttributes: { TOXICITY: {}, KINDNESS: {} } },
      'INVALID_REQUEST',
      'Unknown requested attribute: KINDNESS',
    ],
    [
      'a score that is no probability',
      toxicity({ scoreType: 'PERCENTILE' }),
      'INVALID_REQUEST',
      'Requested score type PERCENTILE is not supported by attribute TOXICITY',
    ],
    [
      'two contexts',
      { context },
      'INVALID_REQUEST',
      'Context can have either entries or article_and_parent_comment, but both fields were populated.',
    ],
    [
      'a language that is none',
      { languages: ['en', '?'] },
      'INVALID_REQUEST',
      'Invalid language: "?"',
    ],
    [
      'letters that nobody can read',
      { comment: { text: 'ᚠᚢᚦᚨᚱᚲ ᚠᚢᚦᚨᚱᚲᚠᚢᚦᚨᚱᚲ ᚠᚢᚦᚨᚱᚲ' } },
      'LANGUAGE_DETECTION_FAILED',
      'Unable to detect language',
    ],
  ])('%s', async (_, changes, errorType, message) => {
    const body = { comment, requestedAttributes, ...changes };
    const refusal = refusalOf(await perspective.call('analyze', body));
    expect(refusal).toMatchObject({ errorType, message });
  });

  it('20,480 bytes are not too many', async () => {
    const text = '傻'.repeat(6826);
    const body = { comment: { text }, requestedAttributes };
    expect((await perspective.call('analyze', body)).statusCode).toBe(200);
  });

  it.each<[string, object, object]>([
    ['detected', {}, { detectedLanguages: ['fr'] }],
    [
      'requested',
      { languages: ['fr', 'en'] },
      { requestedLanguages: ['fr', 'en'], detectedLanguages: ['fr'] },
    ],
  ])('an attribute that does not know the %s language', async (_, changes, languages) => {
    const body = { comment: french, requestedAttributes, ...changes };
    const { languages: named = ['fr'] } = changes as { languages?: string[] };
    expect(refusalOf(await perspective.call('analyze', body))).toEqual({
      '@type': expect.any(String) as string,
      errorType: 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
      message: `Attribute TOXICITY does not support request languages: ${named.join(', ')}`,
      languageNotSupportedByAttributeError: { attribute: 'TOXICITY', ...languages },
    });
  });

  it.each(['SEXUALLY_EXPLICIT', 'FLIRTATION', 'ATTACK_ON_AUTHOR', 'RESPECT_EXPERIMENTAL'])(
    '%s, which nothing of ours scores',
    async (name) => {
      const body = { comment, requestedAttributes: { [name]: {} } };
      expect(refusalOf(await perspective.call('analyze', body))).toMatchObject({
        errorType: 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
        message: `Attribute ${name} does not support request languages: en`,
      });
    },
  );

  it.each<[string, object]>([
    ['no scores', { attributeScores: {} }],
    ['an attribute without a score', suggested({})],
    ['a score without a value', suggested({ summaryScore: { type: 'PROBABILITY' } })],
    ['a score above 1', suggested({ summaryScore: { value: 1.1 } })],
    ['a score below 0', suggested({ summaryScore: { value: -0.1 } })],
    ['another kind of score', suggested({ summaryScore: { value: 1, type: 'RAW' } })],
    ['a span without an end', suggested({ spanScores: [{ begin: 0, score: { value: 1 } }] })],
    ['a name that is none', { attributeScores: { NICE: { summaryScore: { value: 1 } } } }],
  ])('a suggestion of %s', async (_, changes) => {
    const body = { comment, attributeScores, ...changes };
    const refusal = refusalOf(await perspective.call('suggestscore', body));
    expect(refusal).toMatchObject({ errorType: 'INVALID_REQUEST' });
  });
});

describe('a request that is not of the format', () => {
  const violationsOf = (response: Response): unknown => {
    const { message, status, details } = googleErrorOf(response);
    expect(status).toBe('INVALID_ARGUMENT');
    const [detail] = details as { '@type': string; fieldViolations: { description: string }[] }[];
    expect(detail?.['@type']).toBe('type.googleapis.com/google.rpc.BadRequest');
    const { fieldViolations = [] } = detail ?? {};
    expect(fieldViolations.map(({ description }) => description).join('\n')).toBe(message);
    return fieldViolations;
  };

  it.each<[object, string | undefined, string]>([
    [
      { foo: 1 },
      undefined,
      'Invalid JSON payload received. Unknown name "foo": Cannot find field.',
    ],
    [
      { comment: { text: 'A', lang: 'en' } },
      'comment',
      `Invalid JSON payload received. Unknown name "lang" at 'comment': Cannot find field.`,
    ],
    [{ comment: { text: 5 } }, 'comment.text', `Invalid value at 'comment.text' (TYPE_STRING), 5`],
    [
      { comment: { text: 'A', type: 'MARKDOWN' } },
      'comment.type',
      `Invalid value at 'comment.type' (type.googleapis.com/google.commentanalyzer.v1alpha1.TextEntry.TextType), "MARKDOWN"`,
    ],
    [{ languages: 'en' }, 'languages', `Invalid value at 'languages' (TYPE_LIST), "en"`],
    [{ languages: [1] }, 'languages[0]', `Invalid value at 'languages[0]' (TYPE_STRING), 1`],
    [{ doNotStore: 1 }, 'do_not_store', `Invalid value at 'do_not_store' (TYPE_BOOL), 1`],
    [
      toxicity({ scoreThreshold: 'high' }),
      'requested_attributes[0].value.score_threshold',
      `Invalid value at 'requested_attributes[0].value.score_threshold' (TYPE_FLOAT), "high"`,
    ],
  ])('%j', async (changes, field, description) => {
    const body = { comment, requestedAttributes, ...changes };
    const violations = violationsOf(await perspective.call('analyze', body));
    expect(violations).toEqual([{ ...(field !== undefined && { field }), description }]);
  });

  it('is told of all that is wrong at once, also of names that every object has', async () => {
    const several = { comment: { text: 1 }, a: 1, b: 1 };
    expect(violationsOf(await perspective.call('analyze', several))).toHaveLength(3);
    const reserved = await perspective.call('analyze', '{"comment": {"constructor": {}}}');
    expect(violationsOf(reserved)).toMatchObject([{ field: 'comment' }]);
  });

  it.each(['', '{"comment":', '[]', 'null', '"text"', '{"a":'.repeat(40)])(
    'no message at all: %j',
    async (body) => {
      const { message, status } = googleErrorOf(await perspective.call('analyze', body));
      expect(status).toBe('INVALID_ARGUMENT');
      expect(message).toMatch(/^Invalid JSON payload received[.] /);
    },
  );

  it.each(['analyze', 'suggestscore'])('or no body, to %s', async (method) => {
    const url = `/v1alpha1/comments:${method}?key=${key}`;
    const { message } = googleErrorOf(await service.app.inject({ method: 'POST', url }));
    expect(message).toMatch(/^Invalid JSON payload received[.] The body is empty/);
  });

  it('or of more than a megabyte', async () => {
    const entries = [{ text: 'x'.repeat(1_100_000) }];
    const body = { comment, requestedAttributes, context: { entries } };
    const { message } = googleErrorOf(await perspective.call('analyze', body));
    expect(message).toBe('Request payload size exceeds the limit: 1048576 bytes.');
    const fits = { entries: [{ text: 'x'.repeat(900_000) }] };
    const answer = await perspective.call('analyze', { ...body, context: fits });
    expect(answer.statusCode).toBe(200);
  });
});

describe('whoever may not ask', () => {
  const ask = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
    service.app.inject({
      method: 'POST',
      url: `/v1alpha1/comments:analyze${query}`,
      payload: { comment, requestedAttributes },
      headers,
    });

  it.each([
    ['a wrong key', '?key=wrong', {}],
    ['a wrong key in the header', '', { 'x-goog-api-key': `mk-${'a'.repeat(32)}` }],
    ['an empty key', '?key=', {}],
  ])('%s is refused', async (_, query, headers) => {
    const error = googleErrorOf(await ask(query, headers), 403);
    expect(error).toMatchObject({
      status: 'PERMISSION_DENIED',
      message: 'API key not valid. Please pass a valid API key.',
      details: [{ reason: 'API_KEY_INVALID', domain: 'googleapis.com' }],
    });
  });

  it('without a key is told that it is missing', async () => {
    const { status, message } = googleErrorOf(await ask(''), 403);
    expect({ status, message }).toEqual({
      status: 'PERMISSION_DENIED',
      message: 'The request is missing a valid API key.',
    });
  });

  it('gets Google’s form of an error for addresses that are none', async () => {
    for (const url of [`/v1alpha1/comments:guess?key=${key}`, '/v1alpha1/other']) {
      const response = await service.app.inject({ method: 'POST', url, payload: {} });
      expect(googleErrorOf(response, 404).status).toBe('NOT_FOUND');
    }
    const got = await service.app.inject(`/v1alpha1/comments:analyze?key=${key}`);
    expect(googleErrorOf(got, 404).status).toBe('NOT_FOUND');
  });
});

describe('quotas', () => {
  it('are told with the time to wait, and are each key’s own', async () => {
    const settings = { LIMIT_CHECKS_PER_KEY: '2/60' };
    const limited = await startService({ worker: false, settings });
    try {
      const calls = new PerspectiveCalls(limited, await perspectiveKey(limited));
      const ask = () => calls.call('analyze', { comment, requestedAttributes });
      const first = await ask();
      expect(first.headers).toMatchObject({ 'ratelimit-policy': '"checks-per-key";q=2;w=60' });
      await ask();
      const third = await ask();
      const seconds = Number(third.headers['retry-after']);
      expect(seconds).toBeGreaterThan(0);
      expect(googleErrorOf(third, 429)).toMatchObject({
        status: 'RESOURCE_EXHAUSTED',
        details: [{ reason: 'RATE_LIMIT_EXCEEDED' }, { retryDelay: `${seconds}s` }],
      });
      const other = new PerspectiveCalls(limited, await perspectiveKey(limited));
      expect((await other.call('analyze', { comment, requestedAttributes })).statusCode).toBe(200);
    } finally {
      await limited.stop();
    }
  });
});

describe('no body', () => {
  const ANALYZE: Json = {
    comment: { text: 'You idiot. A fine day.', type: 'PLAIN_TEXT' },
    requestedAttributes: { TOXICITY: { scoreType: 'PROBABILITY', scoreThreshold: 0.5 }, SPAM: {} },
    languages: ['en'],
    context: { entries: [{ text: 'Before', type: 'PLAIN_TEXT' }] },
    spanAnnotations: true,
    clientToken: 'a',
  };
  const SUGGEST: Json = {
    comment: { text: '<p>You idiot.</p>', type: 'HTML' },
    attributeScores: { TOXICITY: { summaryScore: { value: 1, type: 'PROBABILITY' } } },
    languages: ['en'],
    clientToken: 'a',
  };

  it.each([
    ['analyze', ANALYZE],
    ['suggestscore', SUGGEST],
  ])(
    'makes comments:%s answer with anything but scores or an error in its form',
    async (method, valid) => {
      const property = fc.asyncProperty(bodyOf(valid), async (body) => {
        const response = await perspective.call(method, body);
        expect(response.statusCode, response.body).toBeOneOf([200, 400]);
        if (response.statusCode === 400) googleErrorOf(response);
      });
      await fc.assert(property, { seed: 20_261_123, numRuns: 300 });
    },
  );
});
