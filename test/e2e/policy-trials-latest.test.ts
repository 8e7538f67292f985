import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LatestTrial } from '#contract';
import { type Check, defaultChecks } from '#moderation';
import { startService, type TestService } from '../harness/service.js';
import { Client, type Taken } from './support/client.js';
import { HELD, REJECTED, scoreFromText } from './support/checks.js';
import { Desk, siteIdOf } from './support/desk.js';
import { Rows } from './support/rows.js';

const LATEST = '/v1/policy/try/latest';

/** As dear as a remote service: who tries a draft must not have it asked again. */
let asked = 0;
const dear: Check = {
  ...{ name: 'dear', version: '1', textAlone: true },
  run: () => {
    asked += 1;
    return [];
  },
};

let service: TestService;
let rows: Rows;
/** Every test has a site of its own. */
let client: Client;
let lead: Desk;
beforeAll(async () => {
  service = await startService({
    checks: [...defaultChecks(), dear, scoreFromText],
    settings: { LIMIT_PREVIEWS_PER_READER: 'off' },
  });
  rows = await Rows.open(service.database.url);
});
beforeEach(async () => {
  client = await new Client(service).anotherSite();
  lead = await Desk.open(service, 'lead', { siteId: await siteIdOf(service, client) });
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

async function latest(policy: object, options: object = {}, url = LATEST): Promise<LatestTrial> {
  const response = await lead.send('POST', url, { policy, ...options });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<LatestTrial>();
}
/** `id: in force > draft` of what would be decided otherwise. */
const moves = ({ comments }: LatestTrial): string[] =>
  comments.map(
    ({ comment, inForce, draft }) => `${comment.id}: ${inForce.status} > ${draft.status}`,
  );
const post = (body: string, changes: object = {}): Promise<Taken> =>
  client.settle({ body, ...changes });

describe('the latest comments', () => {
  it('are told apart by thresholds, newest first, without being checked again', async () => {
    const low = await post('score 0.3');
    const high = await post(`Well, ${HELD}.`);
    const rejected = await post(REJECTED);
    await post('Nothing to object to.');
    asked = 0;
    const trial = await latest({ thresholds: { threat: { hold: 0.8, reject: null } } });
    expect(moves(trial)).toEqual([
      `${rejected.id}: rejected > held`,
      `${low.id}: held > published`,
    ]);
    expect(asked).toBe(0);
    expect(trial).toMatchObject({ version: 0, looked: 4, unanswered: [] });
    expect(trial.comments[1]).toMatchObject({
      comment: { id: low.id, body: 'score 0.3', status: 'held' },
      inForce: {
        reason: 'SCORED_THREAT',
        explanation: 'Threat 0.30 by The test (holds from 0.20): "score 0.3".',
        spans: [{ start: 0, end: 9 }],
      },
      draft: { reason: 'CLEAN', explanation: 'No check objected.', spans: [] },
    });
    const stricter = await latest({ thresholds: { threat: { hold: 0.1, reject: 0.9 } } });
    expect(moves(stricter)).toEqual([`${high.id}: held > rejected`]);
    const oldest = await client.seen<{ createdAt: string }>(low.id);
    expect(trial.since).toBe(oldest.createdAt);
  });

  it('are compared under the policy in force, whatever was in force when they came', async () => {
    const { id } = await post(HELD);
    await client.put('/v1/policy', { thresholds: { threat: { hold: null, reject: null } } });
    expect(moves(await latest({ thresholds: { threat: { hold: null, reject: null } } }))).toEqual(
      [],
    );
    expect(moves(await latest({}))).toEqual([`${id}: published > held`]);
  });

  it('are looked through for the words and links of the draft', async () => {
    await client.put('/v1/policy', { words: { banned: ['turnip'] }, links: { maximum: 0 } });
    const banned = await post('You turnip.');
    const fresh = await post('You swede.');
    const link = await post('It is on https://news.example/a.');
    const blocked = await post('See spam.example for more.');
    const trial = await latest({
      words: { banned: ['swede'] },
      links: { maximum: 1, block: ['spam.example'] },
    });
    expect(moves(trial)).toEqual([
      `${blocked.id}: ${blocked.status} > rejected`,
      `${link.id}: held > published`,
      `${fresh.id}: published > rejected`,
      `${banned.id}: rejected > published`,
    ]);
  });

  it('are held or not as the mode has it, and refused by one that is closed', async () => {
    const { id } = await post('All is well.');
    expect(moves(await latest({ mode: 'review-first' }))).toEqual([`${id}: published > held`]);
    expect(moves(await latest({ mode: 'closed' }))).toEqual([`${id}: published > refused`]);
  });

  it('of new authors are let go by a draft that no longer holds them, not held by one that does', async () => {
    const author = { name: 'R', email: 'r@reader.example' };
    const before = await post('The first.', { author });
    await client.put('/v1/policy', { holdNewAuthors: true });
    const { id } = await post('The second.', { author });
    expect(moves(await latest({}))).toEqual([`${id}: held > published`]);
    await client.put('/v1/policy', {});
    const trial = await latest({ holdNewAuthors: true });
    expect(trial.unanswered).toEqual(['holdNewAuthors']);
    expect(moves(trial)).toEqual([`${id}: published > held`]);
    expect(trial.looked).toBe(2);
    expect(before.status).toBe('published');
  });

  it('cannot be asked how often people may post', async () => {
    await post('One.');
    const trial = await latest({ flood: { author: { perMinute: 1 } }, repeat: { windowHours: 1 } });
    expect(trial.unanswered).toEqual(['repeat.windowHours', 'flood.author.perMinute']);
    expect(trial.comments).toEqual([]);
  });

  it('are those of the sections that the policy is about', async () => {
    await client.put('/v1/policy?section=opinion', {});
    await client.put('/v1/policy?section=gone', {});
    await client.send({
      ...{ method: 'DELETE', url: '/v1/policy?section=gone', headers: client.site },
    });
    const inSection = (section: string | null) =>
      post('All is well.', { article: { id: `of ${section}`, section } });
    const [opinion, gone, other] = [
      await inSection('opinion'),
      await inSection('gone'),
      await inSection(null),
    ];
    const policy = { mode: 'review-first' };
    const ids = (trial: LatestTrial) => trial.comments.map(({ comment }) => comment.id);
    expect(ids(await latest(policy))).toEqual([other.id, gone.id]);
    expect(ids(await latest(policy, {}, `${LATEST}?section=opinion`))).toEqual([opinion.id]);
    expect(ids(await latest(policy, {}, `${LATEST}?section=gone`))).toEqual([gone.id]);
    const empty = await latest(policy, {}, `${LATEST}?section=nothing`);
    expect(empty).toMatchObject({ looked: 0, since: null, comments: [] });
  });

  it('are judged by the text that they have now, and are none once deleted', async () => {
    const edited = await post(HELD);
    const deleted = await post(`Again, ${HELD}.`);
    const token = { 'x-author-token': edited.authorToken };
    expect((await client.patch(edited.id, 'score 0.3', token)).statusCode).toBe(200);
    await client.remove(deleted.id, { ...client.reader, 'x-author-token': deleted.authorToken });
    const trial = await latest({ thresholds: { threat: { hold: 0.8, reject: null } } });
    expect(moves(trial)).toEqual([`${edited.id}: held > published`]);
    expect(trial.looked).toBe(1);
  });

  it('are as many as are asked for, of this site alone', async () => {
    await new Client(service).settle({ body: 'Of another site.' });
    await post('One.');
    const two = await post('Two.');
    const trial = await latest({ mode: 'review-first' }, { limit: 1 });
    expect(trial.looked).toBe(1);
    expect(moves(trial)).toEqual([`${two.id}: published > held`]);
    expect((await latest({ mode: 'review-first' })).looked).toBe(2);
  });

  it('stay as they are', async () => {
    const { id } = await post(HELD);
    const [before, seen] = [await rows.perTable(), await client.seen(id)];
    await latest({ mode: 'closed', words: { banned: ['Florence'] } });
    expect(await rows.perTable()).toEqual(before);
    expect(await client.seen(id)).toEqual(seen);
    expect(await rows.tablesWith('Florence')).toEqual([]);
  });

  it('of a trusted author are held no more readily than theirs are', async () => {
    await client.put('/v1/policy', { links: { maximum: 0 } });
    const author = { name: 'R', email: 'r@reader.example' };
    const taken = await client.post(
      { article: { id: 'a' }, body: 'It is on https://news.example/a.', author },
      { ...client.site, prefer: 'wait=10' },
    );
    const { id, status } = taken.json<Taken>();
    expect(status).toBe('held');
    const { authorId } = await client.seen<{ authorId: string }>(id);
    const draft = { links: { maximum: 5 } };
    expect(moves(await latest(draft))).toEqual([`${id}: held > published`]);
    const trust = await lead.send('PUT', `/v1/reviews/authors/${authorId}/standing`, {
      standing: 'trusted',
    });
    expect(trust.statusCode, trust.body).toBe(200);
    expect(moves(await latest(draft))).toEqual([]);
  });
});
