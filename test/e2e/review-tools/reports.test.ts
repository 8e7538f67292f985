import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentHistory } from '#contract';
import { resolveReports } from '#reports';
import { Database } from '#database';
import { startService, type TestService } from '../../harness/service.js';
import { HELD, scoreFromText } from '../support/checks.js';
import { Client, json, type Headers, type Response, type Taken } from '../support/client.js';
import { Desk, siteIdOf } from '../support/desk.js';
import { expectBroken, expectProblem } from '../support/problems.js';
import { Rows } from '../support/rows.js';

let service: TestService;
let client: Client;
let desk: Desk;
let rows: Rows;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  desk = await Desk.open(service);
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

interface Options {
  reason?: string;
  detail?: string;
  headers?: Headers;
}

/** A report by the reader at this address, which nobody else has. */
function report(id: string, reader: number, options: Options = {}): Promise<Response> {
  const { reason = 'abuse', detail, headers = client.reader } = options;
  return client.send({
    method: 'POST',
    url: `/v1/comments/${id}/reports`,
    payload: { reason, ...(detail !== undefined && { detail }) },
    headers: json(headers),
    remoteAddress: `203.0.${Math.floor(reader / 250)}.${1 + (reader % 250)}`,
  });
}

/** A report by the site's server for one of its readers. */
function reportFor(id: string, reporter: object | undefined): Promise<Response> {
  return client.send({
    method: 'POST',
    url: `/v1/comments/${id}/reports`,
    payload: { reason: 'spam', ...(reporter && { reporter }) },
    headers: json(client.site),
  });
}

const statusOf = async (id: string): Promise<string> =>
  (await client.seen<{ status: string }>(id)).status;
const past = (id: string): Promise<CommentHistory> => desk.read(`/v1/reviews/comments/${id}`);
const reportsOf = (id: string) =>
  rows.query<{ weight: number; outcome: string | null }>(
    'SELECT weight, outcome FROM comment_reports WHERE comment_id = $1 ORDER BY id',
    [id],
  );
/** What a moderator's decision says about the reporters; B1's endpoint does the same. */
const resolve = async (id: string, outcome: 'right' | 'wrong'): Promise<void> => {
  const siteId = await siteIdOf(service, client);
  await resolveReports(service.app.get(Database), [{ siteId, commentId: id, outcome }]);
};

describe('a report', () => {
  it('is taken once from each reader and shown to moderators', async () => {
    const { id } = await client.settle({ article: { id: 'reported' } });
    const first = await report(id, 1, { reason: 'hate', detail: 'Look at\nthis.' });
    expect(first.statusCode, first.body).toBe(202);
    expect(first.json()).toEqual({ comment: id, repeated: false });
    const again = await report(id, 1, { reason: 'spam', detail: 'And this.' });
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual({ comment: id, repeated: true });
    expect((await report(id, 2)).statusCode).toBe(202);
    expect((await past(id)).reports).toEqual({
      count: 2,
      weight: 2,
      reasons: { hate: 1, abuse: 1 },
      details: ['Look at\nthis.'],
    });
    expect(await statusOf(id)).toBe('published');
  });

  it('stores neither the address nor the name of who made it', async () => {
    const { id } = await client.settle();
    await report(id, 7_001);
    await reportFor(id, { name: 'Reporting Rita', email: 'rita@example.com' });
    for (const secret of ['203.0.28.2', 'Rita', 'rita@example.com']) {
      expect(await rows.tablesWith(secret)).toEqual([]);
    }
  });

  it('by the site’s server is counted by the reader whom it names', async () => {
    const { id } = await client.settle();
    expect((await reportFor(id, { email: 'Ann@example.com' })).statusCode).toBe(202);
    expect((await reportFor(id, { email: 'ann@example.com' })).statusCode).toBe(200);
    expect((await reportFor(id, { name: 'Ann' })).statusCode).toBe(202);
    expectBroken(await reportFor(id, undefined), 'reporter', 'isDefined');
    expectBroken(await reportFor(id, { email: 'x' }), 'reporter.email', 'isEmail');
    const claimed = await client.send({
      method: 'POST',
      url: `/v1/comments/${id}/reports`,
      payload: { reason: 'spam', reporter: { name: 'Ann' } },
      headers: json(client.reader),
    });
    expectBroken(claimed, 'reporter', 'isForSite');
  });

  it('of readers whom nothing tells apart counts as one', async () => {
    const { id } = await client.settle();
    const send = () =>
      client.send({
        method: 'POST',
        url: `/v1/comments/${id}/reports`,
        payload: { reason: 'spam' },
        headers: json(client.reader),
      });
    expect([(await send()).statusCode, (await send()).statusCode]).toEqual([202, 200]);
  });

  it('is refused to the comment’s author', async () => {
    const taken = await client.settle({ author: { name: 'Bo', email: 'bo@example.com' } });
    const headers = { ...client.reader, 'x-author-token': taken.authorToken };
    expectProblem(await report(taken.id, 1, { headers }), 409, 'OWN_COMMENT');
    const response = await client.send({
      method: 'POST',
      url: '/v1/comments',
      payload: { article: { id: 'own' }, body: 'From my own address.' },
      headers: json({ ...client.reader, prefer: 'wait=10' }),
      remoteAddress: '203.0.0.9',
    });
    const { id } = response.json<Taken>();
    expectProblem(await report(id, 8), 409, 'OWN_COMMENT');
    const signed = await client.post(
      { article: { id: 'own' }, body: 'Signed.', author: { email: 'cy@example.com' } },
      { prefer: 'wait=10' },
      client.site,
    );
    const own = await reportFor(signed.json<Taken>().id, { email: 'cy@example.com' });
    expectProblem(own, 409, 'OWN_COMMENT');
  });

  it('is only for published comments of the site', async () => {
    const { id } = await client.settle({ body: HELD });
    expectProblem(await report(id, 1), 409, 'COMMENT_NOT_REPORTABLE');
    const nobody = '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b';
    expectProblem(await report(nobody, 1), 404, 'COMMENT_NOT_FOUND');
    expectProblem(await report('x', 1), 404, 'COMMENT_NOT_FOUND');
    const other = await client.anotherSite();
    const theirs = await client.settle();
    expectProblem(await report(theirs.id, 1, { headers: other.reader }), 404, 'COMMENT_NOT_FOUND');
  });

  it.each([
    ['reason', { reason: 'dislike' }, 'isIn'],
    ['detail', { detail: 'x'.repeat(501) }, 'maxLength'],
    ['detail', { detail: 'a\u0000' }, 'noControlCharacters'],
  ])('is held to the rules of its %s', async (field, options, rule) => {
    const { id } = await client.settle();
    expectBroken(await report(id, 1, options), field, rule);
  });

  it('is taken from one reader thirty times an hour', async () => {
    const made = await Promise.all(Array.from({ length: 31 }, () => client.settle()));
    const statuses: number[] = [];
    for (const { id } of made) statuses.push((await report(id, 600)).statusCode);
    expect(statuses).toEqual([...Array<number>(30).fill(202), 429]);
    const refused = await report(made[30]?.id ?? '', 600);
    expectProblem(refused, 429, 'TOO_MANY_REPORTS');
    expect(refused.headers['retry-after']).toBe('3600');
  });
});

describe('the threshold', () => {
  it('holds the comment once, though fifty readers report it at the same time', async () => {
    const article = { id: 'mobbed' };
    const { id } = await client.settle({ article });
    await client.settle({ article, parentId: id });
    await client.counts('mobbed', 2);
    const responses = await Promise.all(Array.from({ length: 50 }, (_, n) => report(id, 100 + n)));
    const statuses = responses.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([202, 202, 202, ...Array<number>(47).fill(409)]);
    const { decisions, item, reports } = await past(id);
    expect(decisions.filter(({ actor }) => actor === 'report')).toMatchObject([
      { from: 'published', to: 'held', reason: 'REPORTED', policyVersion: 0 },
    ]);
    expect(decisions[0]?.explanation).toBe('Readers reported the comment 3 times.');
    expect(item).toMatchObject({ kind: 'reported', reason: 'REPORTED', decision: null });
    expect(reports).toMatchObject({ count: 3, weight: 3 });
    await client.counts('mobbed', 0);
  });

  it('is the policy’s of the section, and may be none', async () => {
    const rules = (threshold: number | null) =>
      client.put(`/v1/policy?section=s${threshold}`, { reports: { threshold } });
    for (const threshold of [1, 2, null]) {
      await rules(threshold);
      const { id } = await client.settle({
        article: { id: `in s${threshold}`, section: `s${threshold}` },
      });
      let made = 0;
      while ((await statusOf(id)) === 'published' && made < 6) {
        made += 1;
        await report(id, 200 + made);
      }
      expect(made).toBe(threshold ?? 6);
      expect(await statusOf(id)).toBe(threshold === null ? 'published' : 'held');
    }
    for (const threshold of [0, 1001, 1.5, 'x']) {
      const response = await client.put('/v1/policy', { reports: { threshold } });
      expect(response.statusCode).toBe(400);
    }
  });
});

describe('the weight of a reader', () => {
  it('falls with every report that a moderator finds wrong, and rises with those found right', async () => {
    const weights: number[] = [];
    for (const outcome of ['wrong', 'wrong', 'right'] as const) {
      const { id } = await client.settle();
      await report(id, 700);
      weights.push((await reportsOf(id))[0]?.weight ?? 0);
      await resolve(id, outcome);
      expect((await reportsOf(id))[0]?.outcome).toBe(outcome);
    }
    const { id } = await client.settle();
    await report(id, 700);
    weights.push((await reportsOf(id))[0]?.weight ?? 0);
    expect(weights.map((weight) => Number(weight.toFixed(3)))).toEqual([1, 0.667, 0.5, 0.8]);
  });

  it('is what the threshold is compared with', async () => {
    for (let n = 0; n < 4; n += 1) {
      const { id } = await client.settle();
      for (const reader of [801, 802, 803]) {
        // What four readers alone report stays below the threshold of others' comments.
        if ((await statusOf(id)) === 'published') await report(id, reader);
      }
      await resolve(id, 'wrong');
    }
    const { id } = await client.settle();
    for (const reader of [801, 802, 803]) await report(id, reader);
    expect((await past(id)).reports).toMatchObject({ count: 3, weight: 1 });
    expect(await statusOf(id)).toBe('published');
    for (const reader of [804, 805]) await report(id, reader);
    expect(await statusOf(id)).toBe('held');
  });
});

it('counts anew after a decision', async () => {
  const { id } = await client.settle();
  for (const reader of [901, 902]) await report(id, reader);
  await resolve(id, 'wrong');
  expect((await past(id)).reports).toBeNull();
  for (const reader of [903, 904]) await report(id, reader);
  expect(await statusOf(id)).toBe('published');
  expect((await report(id, 901)).statusCode).toBe(200);
  expect(await statusOf(id)).toBe('published');
  await report(id, 905);
  expect(await statusOf(id)).toBe('held');
});
