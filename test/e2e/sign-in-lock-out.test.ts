import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JsonLogger } from '#logging';
import { createApi } from '../../apps/api/src/create-api.js';
import { signIn, type TestModerator } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import type { Response } from './support/client.js';
import { Console } from './support/console.js';
import { expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

let service: TestService;
let second: NestFastifyApplication;
let api: Console;
let rows: Rows;
let moderator: TestModerator;

beforeAll(async () => {
  service = await startService({ worker: false, settings: { TRUST_PROXY: 'true' } });
  second = await createApi(service.config, new JsonLogger('error', 'test'));
  await second.init();
  await second.getHttpAdapter().getInstance().ready();
  api = new Console(service.app);
  rows = await Rows.open(service.database.url);
});
beforeEach(async () => {
  await rows.query('DELETE FROM sign_in_failures');
  moderator = await signIn(service);
});
afterAll(async () => {
  await rows.close();
  await second.close();
  await service.stop();
});

const HOME = '203.0.113.7';
const guess = (from = HOME, email = moderator.email): Promise<Response> =>
  api.signIn(email, 'not the password', from);
const guesses = async (count: number, from = HOME, email = moderator.email): Promise<number[]> => {
  const statuses: number[] = [];
  for (let n = 0; n < count; n += 1) statuses.push((await guess(from, email)).statusCode);
  return statuses;
};
/** As if so much time had gone by since the last attempt. */
const pass = (interval: string): Promise<object[]> =>
  rows.query(
    `UPDATE sign_in_failures SET locked_until = locked_until - $1::interval,
       last_failed_at = last_failed_at - $1::interval`,
    [interval],
  );
/** As if the counter whose row has the most failures stood at this. */
const setMost = (failures: number): Promise<object[]> =>
  rows.query(
    `UPDATE sign_in_failures SET failures = $1
     WHERE key = (SELECT key FROM sign_in_failures ORDER BY failures DESC LIMIT 1)`,
    [failures],
  );
const wait = (response: Response): number => Number(response.headers['retry-after']);

describe('guessing from one place', () => {
  it('is over after five attempts, for the right password too', async () => {
    expect(await guesses(6)).toEqual([401, 401, 401, 401, 401, 429]);
    const right = await api.signIn(moderator.email, moderator.password, HOME);
    expectProblem(right, 429, 'SIGN_IN_LOCKED');
    expect(wait(right)).toBeGreaterThan(20);
    expect(wait(right)).toBeLessThanOrEqual(30);
  });

  it('is over on every process', async () => {
    await guesses(5);
    const elsewhere = await new Console(second).signIn(moderator.email, moderator.password, HOME);
    expectProblem(elsewhere, 429, 'SIGN_IN_LOCKED');
  });

  it('gets no more attempts by many at once', async () => {
    const consoles = [api, new Console(second)];
    const many = Array.from({ length: 40 }, (_, n) =>
      consoles[n % 2]!.signIn(moderator.email, 'not the password', HOME),
    );
    const statuses = (await Promise.all(many)).map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(35);
  });

  it('may go on after a pause, which grows', async () => {
    await guesses(5);
    await pass('31 seconds');
    expect(await guesses(2)).toEqual([401, 429]);
    expect(wait(await guess())).toBeGreaterThan(50);
    await pass('61 seconds');
    expect(await guesses(2)).toEqual([401, 429]);
    expect(wait(await guess())).toBeGreaterThan(110);
  });

  it('never waits longer than an hour, however long it goes on', async () => {
    await guesses(5);
    await pass('31 seconds');
    await rows.query('UPDATE sign_in_failures SET failures = 1000000');
    expect(await guesses(1)).toEqual([401]);
    expect(wait(await guess())).toBeLessThanOrEqual(3600);
    expect(wait(await guess())).toBeGreaterThan(3500);
  });

  it('is forgotten by the right password', async () => {
    await guesses(4);
    expect((await api.signIn(moderator.email, moderator.password, HOME)).statusCode).toBe(200);
    expect(await guesses(4)).toEqual([401, 401, 401, 401]);
    expect((await api.signIn(moderator.email, moderator.password, HOME)).statusCode).toBe(200);
  });

  it('is forgotten after a day', async () => {
    await guesses(5);
    await pass('25 hours');
    expect(await guesses(5)).toEqual([401, 401, 401, 401, 401]);
  });

  it('does not lock the owner out elsewhere, nor others here', async () => {
    await guesses(6);
    expect((await api.signIn(moderator.email, moderator.password, '198.51.100.1')).statusCode).toBe(
      200,
    );
    const bob = await signIn(service);
    expect((await api.signIn(bob.email, bob.password, HOME)).statusCode).toBe(200);
  });

  it('counts the whole network of an IPv6 address as one place', async () => {
    for (let n = 1; n <= 5; n += 1) await guess(`2001:db8:1:2::${n}`);
    expectProblem(await guess('2001:db8:1:2:ffff::'), 429, 'SIGN_IN_LOCKED');
    expectProblem(await guess('2001:db8:1:3::1'), 401, 'SIGN_IN_FAILED');
  });

  it('is counted whatever the case of the e-mail', async () => {
    await guesses(5);
    expectProblem(await guess(HOME, moderator.email.toUpperCase()), 429, 'SIGN_IN_LOCKED');
  });

  it('does not tell whether there is such an account', async () => {
    const unknown = 'nobody@news.example';
    expect(await guesses(6, '203.0.113.8', unknown)).toEqual(await guesses(6));
    // The one that was locked first has waited longer already.
    const bodies = [await guess('203.0.113.8', unknown), await guess()].map(({ body }) =>
      body.replace(/\b\d+ seconds/, 'some seconds'),
    );
    const [ofUnknown, ofKnown] = bodies.map((body) => ({
      ...(JSON.parse(body) as object),
      instance: '',
    }));
    expect(ofUnknown).toEqual(ofKnown);
  });
});

describe('guessing from many places', () => {
  it('is slowed down for the account', async () => {
    await guess('198.51.100.1');
    // All three counters stand at one; that of the account is the one that the next place finds again.
    await guess('198.51.100.2');
    await setMost(29);
    expectProblem(await guess('198.51.100.3'), 401, 'SIGN_IN_FAILED');
    const locked = await guess('198.51.100.4');
    expectProblem(locked, 429, 'SIGN_IN_LOCKED');
    expect(wait(locked)).toBeLessThanOrEqual(60);
  });
});

describe('guessing at many accounts', () => {
  const nobody = (n: number): string => `nobody-${n}@news.example`;

  it('is slowed down for the address', async () => {
    await guess(HOME, nobody(1));
    await guess(HOME, nobody(2));
    await setMost(59);
    expectProblem(await guess(HOME, nobody(3)), 401, 'SIGN_IN_FAILED');
    expectProblem(await guess(HOME, nobody(4)), 429, 'SIGN_IN_LOCKED');
    expectProblem(await guess('198.51.100.9', nobody(4)), 401, 'SIGN_IN_FAILED');
  });

  it('is not made up for by signing in with an account of one’s own', async () => {
    await guess(HOME, nobody(1));
    await guess(HOME, nobody(2));
    await setMost(58);
    expect((await api.signIn(moderator.email, moderator.password, HOME)).statusCode).toBe(200);
    expect(await guesses(1, HOME, nobody(3))).toEqual([401]);
    expect(await guesses(1, HOME, nobody(4))).toEqual([401]);
    expect(await guesses(1, HOME, nobody(5))).toEqual([429]);
  });

  it('does not lock everybody out behind a proxy that nobody named', async () => {
    await guess('10.0.0.1', nobody(1));
    await guess('10.0.0.1', nobody(2));
    const [row] = await rows.query<{ most: number }>(
      'SELECT max(failures) AS most FROM sign_in_failures',
    );
    expect(row?.most).toBe(1);
  });
});

it('keeps neither e-mails nor addresses in its counters', async () => {
  await guess(HOME, 'a-password-typed-here@news.example');
  expect(await rows.tablesWith('a-password-typed-here')).toEqual([]);
  expect(await rows.tablesWith(HOME)).toEqual([]);
});
