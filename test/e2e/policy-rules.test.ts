import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { Client } from './support/client.js';
import { expectBroken, expectProblem } from './support/problems.js';

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startService({ worker: false });
  client = new Client(service);
});
afterEach(async () => {
  const policy = await client.get('/v1/policy', client.site);
  expect(policy.headers.etag, 'nothing is written of what was refused').toBe('"0"');
});
afterAll(() => service.stop());

describe('a policy that breaks a rule', () => {
  const words = (length: number): string[] => Array.from({ length }, (_, n) => `w${n}`);

  it.each<[field: string, rule: string, policy: object]>([
    ['mode', 'isIn', { mode: 'open' }],
    ['mode', 'isIn', { mode: null }],
    ['failSafe', 'isIn', { failSafe: 'ignore' }],
    ['editWindowSeconds', 'isInt', { editWindowSeconds: 1.5 }],
    ['editWindowSeconds', 'isInt', { editWindowSeconds: '60' }],
    ['editWindowSeconds', 'isInt', { editWindowSeconds: null }],
    ['editWindowSeconds', 'min', { editWindowSeconds: -1 }],
    ['editWindowSeconds', 'max', { editWindowSeconds: 86_401 }],
    ['holdNewAuthors', 'isBoolean', { holdNewAuthors: 1 }],
    ['thresholds', 'isObject', { thresholds: null }],
    ['thresholds', 'isObject', { thresholds: [] }],
    ['thresholds.kindness', 'isKnownField', { thresholds: { kindness: { hold: 1 } } }],
    ['thresholds.spam', 'isObject', { thresholds: { spam: 0.5 } }],
    ['thresholds.spam', 'isObject', { thresholds: { spam: null } }],
    ['thresholds.spam.hold', 'isNumber', { thresholds: { spam: { hold: 'NaN' } } }],
    ['thresholds.spam.hold', 'isNumber', { thresholds: { spam: { hold: '0.5' } } }],
    ['thresholds.spam.hold', 'min', { thresholds: { spam: { hold: -0.01 } } }],
    ['thresholds.spam.reject', 'max', { thresholds: { spam: { reject: 1.01 } } }],
    ['thresholds.spam.publish', 'isKnownField', { thresholds: { spam: { publish: 1 } } }],
    ['links.maximum', 'max', { links: { maximum: 101 } }],
    ['links.block', 'isArray', { links: { block: 'spam.example' } }],
    ['links.block', 'isArray', { links: { block: null } }],
    ['links.allow', 'arrayMaxSize', { links: { allow: words(10_001) } }],
    ...[
      'https://spam.example',
      'spam.example/path',
      'spam example',
      '',
      '-.example',
      '\u0000',
      5,
      null,
    ].map((host): [string, string, object] => [
      'links.block',
      'isFqdn',
      { links: { block: ['ok.example', host] } },
    ]),
    ['links.deny', 'isKnownField', { links: { deny: [] } }],
    ...[
      'x',
      null,
      {},
      [''],
      [' '],
      ['*'],
      ['...'],
      [5],
      [null],
      ['a\u0000'],
      ['a\nb'],
      ['x'.repeat(201)],
    ].map((banned): [string, string, object] => [
      'words.banned',
      'isWordList',
      { words: { banned } },
    ]),
    ['words.suspect', 'isWordList', { words: { suspect: words(10_001) } }],
    ['words.profanity', 'isBoolean', { words: { profanity: 'yes' } }],
    ['repeat.windowHours', 'min', { repeat: { windowHours: 0 } }],
    ['repeat.windowHours', 'max', { repeat: { windowHours: 169 } }],
    ['repeat.maximumAuthors', 'isInt', { repeat: { maximumAuthors: 0.5 } }],
    ['flood.author', 'isObject', { flood: { author: null } }],
    ['flood.author.perMinute', 'min', { flood: { author: { perMinute: 0 } } }],
    ['flood.author.perHour', 'isInt', { flood: { author: { perHour: '60' } } }],
    ['flood.address.perDay', 'isKnownField', { flood: { address: { perDay: 5 } } }],
    ['version', 'isKnownField', { version: 5 }],
  ])('is refused: %s breaks %s', async (field, rule, policy) => {
    expectBroken(await client.put('/v1/policy', policy), field, rule);
  });

  it.each(['null', '[]', '"closed"', ''])(
    'is refused as %j, though an empty object would do',
    async (payload) => {
      expectProblem(await client.put('/v1/policy', payload), 400, 'MALFORMED_JSON');
    },
  );

  it('is refused without any body', async () => {
    const response = await client.send({ method: 'PUT', url: '/v1/policy', headers: client.site });
    expectProblem(response, 400, 'MALFORMED_JSON');
  });
});
