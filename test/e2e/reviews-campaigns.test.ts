import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CampaignPage, DecideResult, QueueSizes } from '#contract';
import { CountsService } from '#counts';
import { CampaignGrouper } from '#reviews';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { HELD, scoreFromText } from './support/checks.js';
import { Client } from './support/client.js';
import { Desk } from './support/desk.js';
import { expectProblem } from './support/problems.js';
import { Queue } from './support/queue.js';
import { Rows } from './support/rows.js';

const SPAM = `Make a fortune from your own kitchen table with this one simple method, ${HELD}`;

let service: TestService;
let client: Client;
let rows: Rows;
let morning: Queue;
let evening: Queue;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  morning = new Queue(await Desk.open(service, 'moderator', { name: 'Morning desk' }));
  evening = new Queue(await Desk.open(service, 'moderator', { name: 'Evening desk' }));
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});
beforeEach(async () => {
  await rows.query('UPDATE review_items SET claimed_by = NULL, claimed_until = NULL');
  const left = await morning.all({ limit: 100 });
  if (left.length > 0) await morning.approve(...left);
});

const hold = (body: string, n: number) =>
  client.settle({ body, article: { id: `article-${n % 2}` }, author: { name: `Reader ${n}` } });
const grouped = () =>
  until(
    async () => {
      await service.app.get(CampaignGrouper, { strict: false }).group();
      const [left] = await rows.query(
        'SELECT FROM review_items WHERE grouped_at IS NULL AND closed_at IS NULL',
      );
      return left === undefined;
    },
    { what: 'the grouping' },
  );
const campaigns = (query = {}) => morning.desk.read<CampaignPage>('/v1/reviews/campaigns', query);
const decideCampaign = async (campaign: string, action = 'approve'): Promise<DecideResult> => {
  const reason = await morning.someReason();
  const response = await morning.desk.send('POST', '/v1/reviews/decisions', {
    campaign,
    action,
    reason,
  });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<DecideResult>();
};

describe('a campaign', () => {
  it('is what is nearly the same, across authors and articles, on one card with different examples', async () => {
    await hold(`${SPAM}!`, 1);
    await hold(`${SPAM} today!!!`, 2);
    await hold(SPAM.toUpperCase().replace('SCORE', 'score'), 3);
    await hold(`${SPAM} 💰`, 4);
    await hold(
      `The river has risen to the level of the old bridge once more this spring, ${HELD}`,
      5,
    );
    await grouped();
    const { campaigns: cards, next } = await campaigns();
    expect(next).toBeNull();
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ size: 4, authors: 4, articles: 2 });
    expect(cards[0]!.examples).toHaveLength(3);
    expect(cards[0]!.examples[0]).toMatchObject({ campaign: { id: cards[0]!.id, size: 4 } });
    expect(await morning.all({ campaign: cards[0]!.id })).toHaveLength(4);
    const sizes = await morning.desk.read<QueueSizes>('/v1/reviews/queues');
    expect(sizes.campaigns).toEqual({ count: 1, more: false });
  });

  it('takes in what comes later, and texts that are too short to be compared by likeness', async () => {
    await hold(`天氣好 ${HELD}`, 1);
    await hold(`天氣好 ${HELD}`, 2);
    await grouped();
    const [card] = (await campaigns()).campaigns;
    await hold(`天氣好！ ${HELD}`, 3);
    await grouped();
    expect((await campaigns()).campaigns).toMatchObject([{ id: card!.id, size: 3 }]);
  });

  it('is one, though its comments come at the same moment and several processes group', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => hold(`${SPAM} ${n}`, n)));
    const grouper = service.app.get(CampaignGrouper, { strict: false });
    await Promise.all([grouper.group(), grouper.group(), grouper.group()]);
    await grouped();
    expect((await campaigns()).campaigns).toMatchObject([{ size: 12 }]);
  });

  it.each([
    ['equal texts', '42, NULL, NULL'],
    ['nearly equal ones', "n, 42, '{1, 2, 3, 4}'"],
  ])('takes in what stood alone until many came at once: %s', async (_, hashes) => {
    await hold('Something to stand beside.', 1);
    // The one that was looked at before comes last, so that any few of them leave it out.
    await rows.query(
      `WITH made AS (
        INSERT INTO comments (site_id, id, article_id, root_id, body, status)
        SELECT site_id, new.id, article_id, new.id, 'A copy.', 'held'
        FROM (SELECT site_id, article_id FROM comments LIMIT 1) AS beside,
          (SELECT gen_random_uuid() AS id FROM generate_series(1, 40)) AS new
        RETURNING site_id, id
      )
      INSERT INTO review_items
        (site_id, id, comment_id, revision, reason, grouped_at, text_hash, sim_hash, bands)
      SELECT site_id, gen_random_uuid(), id, 1, 'SCORED_SPAM',
        CASE WHEN n = 40 THEN now() END, ${hashes}
      FROM (SELECT *, row_number() OVER () AS n FROM made) AS numbered
      ORDER BY n`,
    );
    await grouped();
    expect((await campaigns()).campaigns).toMatchObject([{ size: 40 }]);
  });

  it('becomes one with another when something is near to both', async () => {
    await hold(`${SPAM}!`, 1);
    await hold(`${SPAM}?`, 2);
    await grouped();
    await rows.query(`UPDATE review_items SET campaign_id = gen_random_uuid()
      WHERE id = (SELECT id FROM review_items WHERE closed_at IS NULL ORDER BY id LIMIT 1)`);
    await hold(`${SPAM}.`, 3);
    await grouped();
    expect((await campaigns()).campaigns).toMatchObject([{ size: 3 }]);
  });

  it('is none once one is left of it', async () => {
    await hold(`${SPAM}!`, 1);
    await hold(`${SPAM}?`, 2);
    await grouped();
    const items = await morning.all();
    await morning.approve(items[0]!);
    expect((await campaigns()).campaigns).toEqual([]);
    expect((await morning.item(items[1]!.id)).campaign).toBeNull();
  });

  it('is decided and taken back as a whole, but for what somebody else works on', async () => {
    for (let n = 0; n < 5; n += 1) await hold(`${SPAM} ${n}`, n);
    await grouped();
    const [card] = (await campaigns()).campaigns;
    const [claimed] = (await evening.claim(1)).items;
    const result = await decideCampaign(card!.id, 'reject');
    expect(result.decided).toHaveLength(4);
    expect(result.conflicts).toEqual([]);
    expect((await morning.all()).map(({ id }) => id)).toEqual([claimed!.id]);
    expect((await morning.undo(result.id)).restored).toHaveLength(4);
    expect((await campaigns()).campaigns).toMatchObject([{ id: card!.id, size: 5 }]);
    expect((await service.app.get(CountsService, { strict: false }).audit()).drifts).toEqual([]);
  });

  it('of more than fits into one transaction is still one bulk', async () => {
    await hold(SPAM, 1);
    const [site] = await rows.query<{ site_id: string; article_id: string }>(
      'SELECT site_id, article_id FROM comments LIMIT 1',
    );
    await rows.query(
      `WITH made AS (
        INSERT INTO comments (site_id, id, article_id, root_id, body, status)
        SELECT $1, id, $2, id, 'A copy.', 'held'
        FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 450)) AS new
        RETURNING id
      )
      INSERT INTO review_items (site_id, id, comment_id, revision, reason, campaign_id, grouped_at)
      SELECT $1, gen_random_uuid(), id, 1, 'SCORED_SPAM', '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b', now()
      FROM made`,
      [site!.site_id, site!.article_id],
    );
    const result = await decideCampaign('019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b');
    expect(result.decided).toHaveLength(450);
    expect((await morning.undo(result.id)).restored).toHaveLength(450);
    await decideCampaign('019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b');
    expect((await service.app.get(CountsService, { strict: false }).audit()).drifts).toEqual([]);
  });

  it('is listed a page at a time, the oldest first', async () => {
    for (const text of ['one', 'two', 'three']) {
      await hold(`Short ${text} ${HELD}`, 1);
      await hold(`Short ${text}! ${HELD}`, 2);
      await grouped();
    }
    const first = await campaigns({ limit: 2 });
    const second = await campaigns({ limit: 2, cursor: first.next ?? '' });
    expect([first, second].map((page) => page.campaigns.length)).toEqual([2, 1]);
    expect(second.next).toBeNull();
    expectProblem(
      await morning.desk.get('/v1/reviews/campaigns', { cursor: 'x' }),
      400,
      'VALIDATION_FAILED',
    );
  });
});
