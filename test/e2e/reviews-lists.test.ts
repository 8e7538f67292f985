import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueSizes, ReviewItem } from '#contract';
import { startService, type TestService } from '../harness/service.js';
import { HELD, scoreFromText } from './support/checks.js';
import { Client, type Taken } from './support/client.js';
import { Desk } from './support/desk.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Queue } from './support/queue.js';
import { Rows } from './support/rows.js';

const NOBODY = '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b';

let service: TestService;
let client: Client;
let rows: Rows;
let morning: Queue;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  morning = new Queue(await Desk.open(service, 'moderator', { name: 'Morning desk' }));
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const hold = (text: string, more: Record<string, unknown> = {}): Promise<Taken> =>
  client.settle({ body: `${text} ${HELD}`, article: { id: 'an-article' }, ...more });
const texts = (items: ReviewItem[]) => items.map(({ comment }) => comment.body);
const bodies = (items: ReviewItem[]) =>
  items.map(({ comment }) => comment.body.replace(` ${HELD}`, ''));

describe('an item', () => {
  it('has everything that a card shows', async () => {
    const article = {
      id: 'bridge',
      title: 'The bridge',
      url: 'https://news.example/b',
      section: 'local',
    };
    const parent = await client.settle({
      article,
      body: 'A fine bridge.',
      author: { name: 'Another reader' },
    });
    const body = `I will find you, score 0.95, you and your bridge over the river.`;
    const author = { name: 'Cay' };
    const taken = await client.post(
      { article: { id: 'bridge' }, parentId: parent.id, body, author },
      { prefer: 'wait=10' },
      client.site,
    );
    const id = taken.json<Taken>().id;
    const [item] = await morning.all({ article: 'bridge' });
    expect(item).toEqual({
      id: expect.any(String),
      version: 1,
      kind: 'held',
      comment: {
        id,
        site: { id: expect.any(String), name: expect.any(String) },
        status: 'held',
        revision: 1,
        body,
        authorName: 'Cay',
        createdAt: expect.stringMatching(/Z$/),
        editedAt: null,
        language: 'en',
        article: { ...article, published: 1 },
        parent: {
          id: parent.id,
          authorName: 'Another reader',
          body: 'A fine bridge.',
          status: 'published',
        },
      },
      author: {
        id: expect.any(String),
        name: 'Cay',
        vouched: true,
        standing: 'new',
        suspendedUntil: null,
        published: 0,
        rejected: 0,
        firstSeenAt: expect.stringMatching(/Z$/),
      },
      reason: 'SCORED_THREAT',
      details: { scorer: 'The test', score: 0.95, holdsFrom: 0.2 },
      explanation: 'Threat 0.95 by The test (holds from 0.20): "score 0.95".',
      label: 'threat',
      score: 0.95,
      spans: [{ start: 17, end: 27 }],
      findings: [
        expect.objectContaining({
          check: 'score-from-text',
          version: '7',
          label: 'threat',
          threshold: 0.2,
          outcome: 'hold',
          explanation: 'Threat 0.95 by The test (holds from 0.20): "score 0.95".',
        }),
      ],
      policyVersion: 0,
      reports: null,
      appeal: null,
      rejection: null,
      notes: [],
      campaign: null,
      claim: null,
      decision: null,
      openedAt: expect.stringMatching(/Z$/),
    });
    expect(await morning.item(item!.id)).toEqual(item);
  });

  it.each(['nonsense', NOBODY])('%s is a 404', async (id) => {
    expectProblem(await morning.desk.get(`/v1/reviews/items/${id}`), 404, 'REVIEW_ITEM_NOT_FOUND');
  });
});

describe('a page', () => {
  it('comes in the order of the queue: what is severe before what came a little earlier', async () => {
    const article = { id: 'order' };
    await client.settle({ body: 'Mild: score 0.25', article });
    await client.settle({ body: 'Severe: score 0.97', article });
    expect(texts(await morning.all({ article: 'order' }))).toEqual([
      'Severe: score 0.97',
      'Mild: score 0.25',
    ]);
    // Eight hours later nothing that is new comes before it.
    await rows.query(`UPDATE review_items SET opened_at = opened_at - interval '8 hours',
      due_at = due_at - interval '8 hours' WHERE score < 0.3`);
    expect(texts(await morning.all({ article: 'order' }))[0]).toBe('Mild: score 0.25');
  });

  it('follows the one before, without gap and without repeat, while items come and go', async () => {
    const article = { id: 'stable' };
    for (let n = 0; n < 12; n += 1) await hold(`Item ${n}.`, { article });
    const expected = (await morning.all({ article: 'stable', limit: 100 })).map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | undefined;
    let turn = 0;
    do {
      const page = await morning.page({ article: 'stable', limit: 3, cursor });
      seen.push(...page.items.map(({ id }) => id));
      // One that was seen goes, and one comes behind.
      await morning.reject(page.items[0]!);
      if (turn < 2) expected.push('');
      if (turn < 2) await hold(`Comes later ${turn}.`, { article });
      turn += 1;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, 12)).toEqual(expected.slice(0, 12));
    expect(seen).toHaveLength(14);
  });

  it.each([
    ['limit', { limit: 0 }, 'min'],
    ['limit', { limit: 101 }, 'max'],
    ['limit', { limit: 'many' }, 'isInt'],
    ['queue', { queue: 'pending' }, 'isIn'],
    ['cursor', { cursor: 'nonsense' }, 'isCursor'],
    ['label', { label: 'rude' }, 'isIn'],
    ['minScore', { minScore: 2 }, 'max'],
    ['author', { author: 'somebody' }, 'isUuid'],
    ['campaign', { campaign: 'spam' }, 'isUuid'],
    ['language', { language: 'English' }, 'matches'],
    ['openedAfter', { openedAfter: 'yesterday' }, 'isMoment'],
    ['sort', { sort: 'score' }, 'isKnownField'],
  ] as const)('with a bad %s is refused', async (field, query, rule) => {
    expectBroken(await morning.desk.get('/v1/reviews', query), field, rule);
  });

  it('refuses the cursor of another queue', async () => {
    const { next } = await morning.page({ article: 'order', limit: 1 });
    expectBroken(
      await morning.desk.get('/v1/reviews', { queue: 'decided', cursor: next! }),
      'cursor',
      'isCursor',
    );
  });
});

describe('a filter', () => {
  beforeAll(async () => {
    const local = { id: 'filter-1', section: 'sports' };
    const world = { id: 'filter-2', section: 'world' };
    const post = (body: string, article: object, name: string) =>
      client.post({ body, article, author: { name } }, { prefer: 'wait=10' }, client.site);
    await post('The referee must be blind, everyone could see that, score 0.30', local, 'Dora');
    await post('Der Schiedsrichter war blind, das konnte jeder sehen, score 0.60', local, 'Emil');
    await post('裁判根本就是瞎了眼睛，今天天氣也很差。score 0.90', world, 'Fay');
  });
  const found = async (query: Record<string, string | number>) =>
    texts(await morning.all(query)).filter((body) => /referee|Schiedsrichter|裁判/.test(body));

  const DORA = 'The referee must be blind, everyone could see that, score 0.30';
  const EMIL = 'Der Schiedsrichter war blind, das konnte jeder sehen, score 0.60';
  const FAY = '裁判根本就是瞎了眼睛，今天天氣也很差。score 0.90';

  it.each<[string, Record<string, string | number>, string[]]>([
    ['section', { section: 'sports' }, [EMIL, DORA]],
    ['another section', { section: 'culture' }, []],
    ['article', { article: 'filter-2' }, [FAY]],
    ['an article that is not known', { article: 'filter-3' }, []],
    ['label', { label: 'threat' }, [FAY, EMIL, DORA]],
    ['another label', { label: 'spam' }, []],
    ['least score', { minScore: 0.6, section: 'sports' }, [EMIL]],
    ['highest score', { maxScore: 0.3 }, [DORA]],
    ['range of scores', { minScore: 0.5, maxScore: 0.7 }, [EMIL]],
    ['language', { language: 'de' }, [EMIL]],
    ['language zh', { language: 'zh' }, [FAY]],
    ['reason', { reason: 'SCORED_THREAT' }, [FAY, EMIL, DORA]],
    ['another reason', { reason: 'LINK_BLOCKED' }, []],
    ['an author that is not known', { author: NOBODY }, []],
    ['a campaign that is not known', { campaign: NOBODY }, []],
    ['age, before', { openedBefore: '2020-01-01' }, []],
    ['age, after', { openedAfter: '2020-01-01' }, [FAY, EMIL, DORA]],
    ['several', { section: 'sports', language: 'en', minScore: 0.2, label: 'threat' }, [DORA]],
    ['a word', { text: 'referee' }, [DORA]],
    ['a word in any case', { text: 'REFEREE' }, [DORA]],
    ['the beginning of a word', { text: 'Schiedsr' }, [EMIL]],
    ['the middle of a word', { text: 'chiedsrichte' }, []],
    ['a part of a text in quotation marks', { text: '"hter war b"' }, [EMIL]],
    ['words in any order', { text: 'blind must' }, [DORA]],
    ['a phrase', { text: '"must be blind"' }, [DORA]],
    ['a phrase in another order', { text: '"blind must"' }, []],
    ['a short word', { text: 'be' }, [DORA]],
    ['a short word that is none by itself', { text: 'eb' }, []],
    ['two letters that only begin a word', { text: 're' }, []],
    ['two Chinese characters', { text: '天氣' }, [FAY]],
    ['one Chinese character', { text: '瞎' }, [FAY]],
    ['four Chinese characters', { text: '今天天氣' }, [FAY]],
    ['Chinese characters that do not stand together', { text: '裁天' }, []],
    ['Chinese words in any order', { text: '天氣 裁判' }, [FAY]],
    ['what means something to LIKE', { text: '%referee%' }, []],
    ['a text and a score', { text: 'blind', minScore: 0.5 }, [EMIL]],
  ])('by %s', async (_, query, expected) => {
    expect((await found(query)).toSorted()).toEqual(expected.toSorted());
  });

  it('by author and by age to the moment', async () => {
    const [item] = await morning.all({ article: 'filter-2' });
    expect(await found({ author: item!.author!.id })).toEqual([FAY]);
    const later = new Date(Date.parse(item!.openedAt) + 1).toISOString();
    expect(await found({ openedBefore: later, article: 'filter-2' })).toEqual([FAY]);
    expect(await found({ openedAfter: later, article: 'filter-2' })).toEqual([]);
  });
});

describe('the queues', () => {
  it('tell what one moderator decided from what all did', async () => {
    const evening = new Queue(await Desk.open(service));
    const scope = { queue: 'decided', article: 'by-whom' };
    const held = async (n: number) =>
      client.settle({ body: `By whom, ${n}: ${HELD}`, article: { id: 'by-whom' } });
    for (const n of [1, 2, 3]) await held(n);
    const [one, two, three] = await morning.all({ article: 'by-whom' });
    await morning.approve(one!);
    await evening.approve(two!, three!);
    const of = async (decidedBy: string) =>
      (await evening.all({ ...scope, decidedBy, limit: 1 })).map(({ id }) => id).sort();
    expect(await of('me')).toEqual([two!.id, three!.id].sort());
    expect(await of(morning.desk.id)).toEqual([one!.id]);
    expectBroken(
      await evening.desk.get('/v1/reviews', { queue: 'held', decidedBy: 'me' }),
      'decidedBy',
      'isForDecided',
    );
    expectBroken(
      await evening.desk.get('/v1/reviews', { queue: 'decided', decidedBy: 'nobody' }),
      'decidedBy',
      'matches',
    );
  });

  it('hold open items by kind, those of one’s own, and those that are decided, the latest first', async () => {
    const article = { id: 'queues' };
    await hold('One.', { article });
    await hold('Two.', { article });
    const [one, two] = await morning.all({ article: 'queues' });
    await morning.approve(one!);
    await morning.approve(two!);
    expect(await morning.all({ article: 'queues' })).toEqual([]);
    const decided = await morning.all({ queue: 'decided', article: 'queues', limit: 1 });
    expect(decided.map(({ id }) => id)).toEqual([two!.id, one!.id]);
    expect(
      bodies(await morning.all({ queue: 'decided', text: 'one.', article: 'queues' })),
    ).toEqual(bodies([one!]));
    await hold('Three.', { article });
    const { items } = await morning.claim(1, { article: 'queues' });
    expect((await morning.all({ queue: 'mine', article: 'queues' })).map(({ id }) => id)).toEqual([
      items[0]!.id,
    ]);
    await morning.release();
    expect(await morning.all({ queue: 'mine' })).toEqual([]);
  });

  it('have sizes, counted to a thousand', async () => {
    const before = await morning.desk.read<QueueSizes>('/v1/reviews/queues');
    await hold('One more.');
    const after = await morning.desk.read<QueueSizes>('/v1/reviews/queues');
    expect(after.held.count).toBe(before.held.count + 1);
    expect(after.appealed).toEqual({ count: 0, more: false });
    await rows.query(`
      INSERT INTO review_items (site_id, id, comment_id, revision, kind, reason)
      SELECT site_id, gen_random_uuid(), gen_random_uuid(), 1, 'reported', 'REPORTED'
      FROM review_items, generate_series(1, 1200) LIMIT 1200`);
    const many = await morning.desk.read<QueueSizes>('/v1/reviews/queues');
    expect(many.reported).toEqual({ count: 1000, more: true });
    await rows.query(`DELETE FROM review_items WHERE reason = 'REPORTED'`);
  });
});

describe('a moderator', () => {
  it('sees the own sites together, or one of them, and nothing of others', async () => {
    const other = await client.anotherSite();
    const { id } = (
      await other.post({ body: HELD, article: { id: 'elsewhere' } }, { prefer: 'wait=10' })
    ).json<Taken>();
    const [site] = await rows.query<{ site_id: string }>(
      'SELECT site_id FROM comments WHERE id = $1',
      [id],
    );
    expect(await morning.all({ article: 'elsewhere' })).toEqual([]);
    expectProblem(
      await morning.desk.get('/v1/reviews', { site: site!.site_id }),
      403,
      'ROLE_REQUIRED',
    );

    const evening = new Queue(await Desk.open(service, 'moderator', { siteId: site!.site_id }));
    const [item] = await evening.all();
    expect(item).toMatchObject({ comment: { id } });
    expect(await evening.all()).toHaveLength(1);
    expectProblem(
      await morning.desk.get(`/v1/reviews/items/${item!.id}`),
      404,
      'REVIEW_ITEM_NOT_FOUND',
    );
    expect((await morning.approve(item!)).conflicts).toMatchObject([{ code: 'GONE' }]);
    const direct = await morning.desk.send('POST', `/v1/reviews/comments/${id}/decisions`, {
      action: 'approve',
      revision: 1,
    });
    expectProblem(direct, 404, 'COMMENT_NOT_FOUND');

    await rows.query(
      `INSERT INTO memberships (site_id, moderator_id, role) VALUES ($1, $2, 'moderator')`,
      [site!.site_id, morning.desk.id],
    );
    const all = await morning.all({ limit: 3 });
    expect(new Set(all.map(({ comment }) => comment.site.id)).size).toBe(2);
    const places = await rows.query<{ id: string }>(
      'SELECT id FROM review_items WHERE closed_at IS NULL ORDER BY due_at, id',
    );
    expect(all.map((one) => one.id)).toEqual(places.map((one) => one.id));
    expect(await morning.all({ site: site!.site_id })).toHaveLength(1);
    const result = await evening.desk.send('POST', '/v1/reviews/decisions', {
      action: 'reject',
      items: [{ id: item!.id, version: item!.version }],
      reason: await morning.someReason(),
    });
    expectProblem(result, 422, 'REASON_NOT_FOUND');
  });

  it('must be signed in', async () => {
    for (const url of ['', '/queues', '/campaigns', '/stream', `/items/${NOBODY}`]) {
      expectProblem(await client.get(`/v1/reviews${url}`, {}), 401, 'SESSION_REQUIRED');
    }
  });

  it.each([
    'claims',
    'claims/heartbeat',
    'claims/release',
    'decisions',
    `decisions/${NOBODY}/undo`,
  ])('proves that the console sent POST %s', async (path) => {
    const { 'x-csrf-token': _, ...headers } = morning.desk.headers;
    const response = await client.send({
      method: 'POST',
      url: `/v1/reviews/${path}`,
      payload: {},
      headers: { 'content-type': 'application/json', ...headers },
    });
    expectProblem(response, 403, 'CSRF_TOKEN_WRONG');
  });
});
