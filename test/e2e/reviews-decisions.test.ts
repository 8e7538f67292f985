import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommentDetail, ReviewItem } from '#contract';
import { CountsService } from '#counts';
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
let evening: Queue;
let lead: Queue;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  morning = new Queue(await Desk.open(service, 'moderator', { name: 'Morning desk' }));
  evening = new Queue(await Desk.open(service, 'moderator', { name: 'Evening desk' }));
  lead = new Queue(await Desk.open(service, 'lead', { name: 'Lead' }));
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});
// Each test finds an empty queue.
beforeEach(async () => {
  const left = await morning.all({ limit: 100 });
  await rows.query('UPDATE review_items SET claimed_by = NULL, claimed_until = NULL');
  if (left.length > 0) await lead.approve(...left);
});

async function hold(article = 'an-article'): Promise<{ taken: Taken; item: ReviewItem }> {
  const taken = await client.settle({ body: `A threat, ${HELD}.`, article: { id: article } });
  const item = (await morning.all({ article })).find(({ comment }) => comment.id === taken.id);
  if (item === undefined) throw new Error('The held comment is not in the queue.');
  return { taken, item };
}

const statusOf = async (taken: Taken) => (await client.seen<CommentDetail>(taken.id)).status;
const drifts = async () => (await service.app.get(CountsService, { strict: false }).audit()).drifts;

describe('a decision', () => {
  it.each([
    ['approve', 'published', 'MODERATOR_PUBLISHED', 1],
    ['reject', 'rejected', 'MODERATOR_REJECTED', 0],
  ] as const)('to %s makes the comment %s', async (action, status, reason, count) => {
    const { taken, item } = await hold(`decided-${action}`);
    const result = await (action === 'approve' ? morning.approve(item) : morning.reject(item));
    expect(result).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      decided: [{ id: item.id, version: item.version + 1, status }],
      conflicts: [],
      undoableUntil: expect.stringMatching(/Z$/),
    });
    expect(await client.seen<CommentDetail>(taken.id)).toMatchObject({
      status,
      decision: { from: 'held', to: status, actor: 'moderator', reason },
    });
    expect(await client.count(`decided-${action}`)).toBe(count);
    expect(await morning.item(item.id)).toMatchObject({
      version: item.version + 1,
      claim: null,
      decision: {
        batchId: result.id,
        action,
        by: { name: 'Morning desk' },
        reason: action === 'approve' ? null : { title: expect.any(String) },
        undoableUntil: expect.stringMatching(/Z$/),
      },
    });
  });

  it('leaves its note with the comment', async () => {
    const { taken, item } = await hold();
    await morning.decide('approve', [item], { note: 'Knows what they talk about.' });
    expect(
      await rows.query('SELECT text FROM comment_notes WHERE comment_id = $1', [taken.id]),
    ).toEqual([{ text: 'Knows what they talk about.' }]);
  });

  it('takes many items at once', async () => {
    const held = [await hold(), await hold(), await hold()];
    const result = await morning.approve(...held.map(({ item }) => item));
    expect(result.decided.map(({ id }) => id).sort()).toEqual(
      held.map(({ item }) => item.id).sort(),
    );
    expect(
      await rows.query('SELECT moderator_id FROM decision_batches WHERE id = $1', [result.id]),
    ).toEqual([{ moderator_id: morning.desk.id }]);
  });

  it('is made once, whoever comes at the same time', async () => {
    const { item } = await hold();
    const results = await Promise.all([
      morning.approve(item),
      evening.reject(item),
      lead.approve(item),
    ]);
    expect(results.flatMap(({ decided }) => decided)).toHaveLength(1);
    const conflicts = results.flatMap((result) => result.conflicts);
    expect(conflicts.map(({ code }) => code)).toEqual(['DECIDED', 'DECIDED']);
  });
});

describe('a decision comes back as a conflict', () => {
  it('DECIDED, with who, how and when', async () => {
    const { item } = await hold();
    await evening.reject(item);
    expect(await morning.approve(item)).toEqual({
      id: null,
      decided: [],
      conflicts: [
        {
          id: item.id,
          code: 'DECIDED',
          detail: expect.stringMatching(
            /^Evening desk rejected the comment at \d\d:\d\d UTC on \d+ \w+\.$/,
          ),
          by: { id: evening.desk.id, name: 'Evening desk' },
          action: 'reject',
          at: expect.stringMatching(/Z$/),
          version: item.version + 1,
        },
      ],
      undoableUntil: null,
    });
  });

  it('CLAIMED while somebody else works on it, and not once the claim is over', async () => {
    const { item } = await hold();
    expect((await evening.claim()).items.map(({ id }) => id)).toEqual([item.id]);
    const { conflicts } = await morning.approve(item);
    expect(conflicts).toMatchObject([
      {
        code: 'CLAIMED',
        detail: 'Evening desk is working on the comment.',
        by: { name: 'Evening desk' },
      },
    ]);
    await rows.query(`UPDATE review_items SET claimed_until = now() - interval '1 second'
      WHERE closed_at IS NULL`);
    expect((await morning.approve(item)).decided).toHaveLength(1);
  });

  it('CHANGED when it was taken back and waits again', async () => {
    const { item } = await hold();
    await evening.undo((await evening.approve(item)).id);
    await evening.release();
    const { conflicts } = await morning.approve(item);
    expect(conflicts).toMatchObject([{ code: 'CHANGED', version: item.version + 2 }]);
  });

  it('CHANGED when its author has changed it', async () => {
    const { taken, item } = await hold();
    const token = { 'x-author-token': taken.authorToken };
    await client.patch(taken.id, 'A kind word.', { ...client.reader, ...token });
    const { conflicts } = await morning.approve(item);
    expect(conflicts[0]?.code).toBeOneOf(['CHANGED', 'DECIDED']);
    expect(conflicts[0]?.by).toBeNull();
  });

  it('GONE when it was deleted, is of another site, or was never there', async () => {
    const { taken, item } = await hold();
    await client.remove(taken.id, client.site);
    const { conflicts } = await morning.approve(item, { id: NOBODY, version: 1 });
    expect(conflicts.map(({ code, detail }) => [code, detail])).toEqual([
      ['GONE', 'The comment was deleted.'],
      ['GONE', 'The comment is gone.'],
    ]);
  });

  it('and the others of its bulk are decided', async () => {
    const [one, other] = [await hold(), await hold()];
    await evening.approve(one.item);
    const result = await morning.approve(one.item, other.item);
    expect(result.decided.map(({ id }) => id)).toEqual([other.item.id]);
    expect(result.conflicts.map(({ id }) => id)).toEqual([one.item.id]);
  });
});

describe('a rejection', () => {
  it('needs a reason, one of the site', async () => {
    const { item } = await hold();
    const items = [{ id: item.id, version: item.version }];
    const send = (more: object) =>
      morning.desk.send('POST', '/v1/reviews/decisions', { action: 'reject', items, ...more });
    expectProblem(await send({}), 422, 'REASON_REQUIRED');
    expectProblem(await send({ reason: NOBODY }), 422, 'REASON_NOT_FOUND');
    expectBroken(await send({ reason: 'spam' }), 'reason', 'isUuid');
    expect(await morning.item(item.id)).toMatchObject({ version: item.version, decision: null });
  });
});

describe('a decision is refused', () => {
  it.each([
    ['without items', {}, 'items', 'isDefined'],
    ['with no items', { items: [] }, 'items', 'arrayMinSize'],
    [
      'with items and a campaign',
      { items: [{ id: NOBODY, version: 1 }], campaign: NOBODY },
      'items',
      'isDefined',
    ],
    [
      'with an item twice',
      {
        items: [
          { id: NOBODY, version: 1 },
          { id: NOBODY, version: 2 },
        ],
      },
      'items',
      'arrayUnique',
    ],
    ['without a version', { items: [{ id: NOBODY }] }, 'items[0].version', 'isInt'],
    [
      'with too many items',
      {
        items: Array.from({ length: 201 }, (_, n) => ({
          id: NOBODY.replace(/^.{8}/, String(10000000 + n)),
          version: 1,
        })),
      },
      'items',
      'arrayMaxSize',
    ],
    [
      'with another action',
      { items: [{ id: NOBODY, version: 1 }], action: 'delete' },
      'action',
      'isIn',
    ],
  ])('%s', async (_, body, field, rule) => {
    const payload = { action: 'approve', ...body };
    expectBroken(await morning.desk.send('POST', '/v1/reviews/decisions', payload), field, rule);
  });
});

describe('an undo', () => {
  it.each(['approve', 'reject'] as const)(
    'of what was decided to %s brings status, counts and item back, claimed by its maker',
    async (action) => {
      const article = `undone-${action}`;
      const { taken, item } = await hold(article);
      const place = await rows.query('SELECT due_at FROM review_items WHERE id = $1', [item.id]);
      const { id } = await (action === 'approve' ? morning.approve(item) : morning.reject(item));
      expect(await morning.undo(id)).toEqual({
        restored: [{ id: item.id, version: item.version + 2, status: 'held' }],
        conflicts: [],
      });
      expect(await statusOf(taken)).toBe('held');
      expect(await client.count(article)).toBe(0);
      expect(await drifts()).toEqual([]);
      expect(await morning.item(item.id)).toMatchObject({
        version: item.version + 2,
        decision: null,
        claim: { by: { name: 'Morning desk' } },
        explanation: item.explanation,
      });
      expect(await rows.query('SELECT due_at FROM review_items WHERE id = $1', [item.id])).toEqual(
        place,
      );
      // A new decision can be made of it.
      expect((await morning.approve(await morning.item(item.id))).decided).toHaveLength(1);
    },
  );

  it('takes a bulk back as a whole, and leaves what others have moved since', async () => {
    const held = [await hold('bulk'), await hold('bulk'), await hold('bulk')];
    const { id } = await morning.approve(...held.map(({ item }) => item));
    await client.counts('bulk', 3);
    await evening.decideComment(held[0]!.taken.id, 1, 'reject');
    await client.remove(held[1]!.taken.id, client.site);
    const { restored, conflicts } = await morning.undo(id);
    expect(restored.map((one) => one.id)).toEqual([held[2]!.item.id]);
    expect(conflicts).toMatchObject([
      { id: held[0]!.item.id, code: 'DECIDED', by: { name: 'Evening desk' }, action: 'reject' },
      { id: held[1]!.item.id, code: 'GONE' },
    ]);
    await client.counts('bulk', 0);
    expect(await drifts()).toEqual([]);
  });

  it('is possible once', async () => {
    const { item } = await hold();
    const { id } = await morning.approve(item);
    await morning.undo(id);
    const again = await morning.desk.send('POST', `/v1/reviews/decisions/${id}/undo`, {});
    expect(expectProblem(again, 409, 'UNDO_OVER').detail).toBe(
      'The decision was taken back already.',
    );
  });

  it('is possible for two minutes', async () => {
    const { item } = await hold();
    const { id } = await morning.approve(item);
    await rows.query(
      `UPDATE decision_batches SET created_at = now() - interval '121 seconds'
      WHERE id = $1`,
      [id],
    );
    const late = await morning.desk.send('POST', `/v1/reviews/decisions/${id}/undo`, {});
    expect(expectProblem(late, 409, 'UNDO_OVER').detail).toContain('120 seconds');
  });

  it('is for its maker and for leads', async () => {
    const { item } = await hold();
    const { id } = await morning.approve(item);
    const url = `/v1/reviews/decisions/${id}/undo`;
    expectProblem(await evening.desk.send('POST', url, {}), 403, 'ROLE_REQUIRED');
    expect((await lead.undo(id)).restored).toHaveLength(1);
    expect((await morning.item(item.id)).claim?.by.name).toBe('Lead');
  });

  it.each(['nonsense', NOBODY])('of %s is a 404', async (id) => {
    const url = `/v1/reviews/decisions/${id}/undo`;
    expectProblem(await morning.desk.send('POST', url, {}), 404, 'DECISION_NOT_FOUND');
  });
});

describe('a new decision about any comment', () => {
  it('goes from published to rejected and back, and can be undone', async () => {
    const taken = await client.settle({ article: { id: 'direct' } });
    const rejected = await morning.decideComment(taken.id, 1, 'reject');
    expect(rejected.decided).toEqual([{ id: taken.id, version: 1, status: 'rejected' }]);
    await client.counts('direct', 0);
    expect((await evening.decideComment(taken.id, 1, 'approve')).decided).toHaveLength(1);
    await client.counts('direct', 1);
    const { conflicts } = await morning.decideComment(taken.id, 1, 'approve');
    expect(conflicts).toMatchObject([
      { code: 'DECIDED', by: { name: 'Evening desk' }, action: 'approve' },
    ]);
    const { id } = await morning.decideComment(taken.id, 1, 'reject');
    expect((await morning.undo(id)).restored).toEqual([
      { id: taken.id, version: 1, status: 'published' },
    ]);
    await client.counts('direct', 1);
    expect(await drifts()).toEqual([]);
  });

  it('closes the item of a held one', async () => {
    const { taken, item } = await hold();
    const { decided } = await morning.decideComment(taken.id, 1, 'approve');
    expect(decided).toEqual([{ id: item.id, version: item.version + 1, status: 'published' }]);
    expect((await morning.item(item.id)).decision?.by?.name).toBe('Morning desk');
  });

  it('sees the revision that its maker saw, or is a conflict', async () => {
    const taken = await client.settle();
    expect((await morning.decideComment(taken.id, 2, 'reject')).conflicts).toMatchObject([
      { code: 'CHANGED' },
    ]);
    await client.remove(taken.id, client.site);
    expect((await morning.decideComment(taken.id, 1, 'reject')).conflicts).toMatchObject([
      { code: 'GONE' },
    ]);
  });

  it('needs a comment', async () => {
    const url = `/v1/reviews/comments/${NOBODY}/decisions`;
    const body = { action: 'approve', revision: 1 };
    expectProblem(await morning.desk.send('POST', url, body), 404, 'COMMENT_NOT_FOUND');
  });
});

describe('decisions', () => {
  it('are never changed once written, by a law of the database', async () => {
    const law = 'decisions are never changed once written';
    await expect(rows.query(`UPDATE decisions SET reason = 'CLEAN'`)).rejects.toThrow(law);
    await expect(rows.query('DELETE FROM decisions')).rejects.toThrow(law);
  });
});
