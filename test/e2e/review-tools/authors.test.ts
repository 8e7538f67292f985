import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthorCard, CommentHistory, ReviewCommentPage } from '#contract';
import { defaultChecks } from '#moderation';
import { startService, type TestService } from '../../harness/service.js';
import { HELD, REJECTED, scoreFromText } from '../support/checks.js';
import { Client, type Response } from '../support/client.js';
import { Desk, siteIdOf } from '../support/desk.js';
import { expectBroken, expectProblem } from '../support/problems.js';
import { recount } from '../support/recount.js';
import { Rows } from '../support/rows.js';

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

// Without the others, which would hold a hundred comments by one author.
const standingOnly = defaultChecks().filter(({ name }) => name === 'standing');

let service: TestService;
let client: Client;
let desk: Desk;
let lead: Desk;
let rows: Rows;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText, ...standingOnly] });
  client = new Client(service);
  desk = await Desk.open(service, 'moderator', { name: 'Mo' });
  lead = await Desk.open(service, 'lead', { name: 'Lead' });
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

let made = 0;
interface Author {
  id: string;
  /** Posts a comment of theirs and gives its id. */
  post(body: string, article?: string): Promise<string>;
}

/** An author whom the site vouches for, with a first published comment. */
async function anAuthor(): Promise<Author> {
  made += 1;
  const author = { name: `Author ${made}`, email: `author-${made}@example.com` };
  const post = async (body: string, article = 'an-article'): Promise<string> => {
    const comment = { article: { id: article }, body, author };
    const response = await client.post(comment, { prefer: 'wait=10' }, client.site);
    return response.json<{ id: string }>().id;
  };
  const first = await post('Hello.');
  const { authorId } = await client.seen<{ authorId: string }>(first);
  return { id: authorId, post };
}

const card = (id: string): Promise<AuthorCard> => desk.read(`/v1/reviews/authors/${id}`);
const set = (id: string, payload: object, by = desk): Promise<Response> =>
  by.send('PUT', `/v1/reviews/authors/${id}/standing`, payload);

describe('an author’s card', () => {
  it('shows who it is and what became of the comments', async () => {
    const author = await anAuthor();
    for (const body of ['One.', 'Two.', HELD, REJECTED]) await author.post(body);
    expect(await card(author.id)).toEqual({
      id: author.id,
      name: `Author ${made}`,
      vouched: true,
      standing: 'new',
      suspendedUntil: null,
      published: 3,
      rejected: 1,
      firstSeenAt: expect.stringMatching(/Z$/),
      site: { id: await siteIdOf(service, client), name: 'First site' },
      set: null,
      totals: { pending: 0, published: 3, held: 1, rejected: 1 },
      actions: [],
    });
  });

  it('comes with all the comments, newest first, by pages and by status', async () => {
    const author = await anAuthor();
    for (const body of ['One.', HELD, 'Two.', HELD]) await author.post(body);
    const url = `/v1/reviews/authors/${author.id}/comments`;
    const all = await desk.read<ReviewCommentPage>(url);
    expect(all.comments.map(({ body }) => body)).toEqual([HELD, 'Two.', HELD, 'One.', 'Hello.']);
    expect(all.next).toBeNull();
    const held = await desk.read<ReviewCommentPage>(url, { status: 'held', limit: 1 });
    expect(held.comments).toMatchObject([{ status: 'held', id: all.comments[0]?.id }]);
    const rest = await desk.read<ReviewCommentPage>(url, {
      status: 'held',
      limit: 1,
      cursor: held.next ?? '',
    });
    expect(rest).toMatchObject({ comments: [{ id: all.comments[2]?.id }], next: null });
  });

  it('is not shown for authors of other sites', async () => {
    const other = await client.anotherSite();
    const stranger = await Desk.open(service, 'admin', {
      siteId: await siteIdOf(service, other),
    });
    const author = await anAuthor();
    const url = `/v1/reviews/authors/${author.id}`;
    expectProblem(await stranger.get(url), 404, 'AUTHOR_NOT_FOUND');
    expectProblem(await stranger.get(`${url}/comments`), 404, 'AUTHOR_NOT_FOUND');
    const banned = await set(author.id, { standing: 'banned' }, stranger);
    expectProblem(banned, 404, 'AUTHOR_NOT_FOUND');
    expectProblem(await client.get(url), 401, 'SESSION_REQUIRED');
    expectProblem(await desk.get('/v1/reviews/authors/x'), 404, 'AUTHOR_NOT_FOUND');
    expect(await card(author.id)).toMatchObject({ standing: 'new', set: null });
  });
});

describe('a standing', () => {
  it.each([
    ['trusted', {}, 'published', 'lead'],
    ['premoderated', {}, 'held', 'moderator'],
    ['suspended', { until: inDays(7) }, 'rejected', 'moderator'],
    ['suspended', {}, 'rejected', 'lead'],
    ['banned', {}, 'rejected', 'lead'],
  ] as const)('%s %j makes the next comment %s', async (standing, more, status, role) => {
    const author = await anAuthor();
    const by = role === 'lead' ? lead : desk;
    const response = await set(author.id, { standing, ...more, note: 'Seen it.' }, by);
    expect(response.statusCode, response.body).toBe(200);
    const until = 'until' in more ? { until: more.until } : {};
    const after = standing === 'suspended' ? { standing, until: null, ...until } : { standing };
    expect(response.json()).toMatchObject({
      standing,
      set: standing,
      suspendedUntil: 'until' in more ? more.until : null,
      actions: [
        {
          action: `author.${standing}`,
          actor: 'moderator',
          by: { id: by.id, name: by.name },
          subject: { type: 'author', id: author.id },
          before: { standing: null },
          after,
          note: 'Seen it.',
        },
      ],
    });
    const next = await author.post('Another one.');
    expect(await client.seen(next)).toMatchObject({ status });
  });

  it('is taken back by null, with what it was in the trail', async () => {
    const author = await anAuthor();
    await set(author.id, { standing: 'banned' }, lead);
    const lifted = (await set(author.id, { standing: null }, lead)).json<AuthorCard>();
    expect(lifted).toMatchObject({ standing: 'new', set: null });
    expect(lifted.actions.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['author.cleared', { standing: 'banned' }, { standing: null }],
      ['author.banned', { standing: null }, { standing: 'banned' }],
    ]);
  });

  it('that is over counts for nothing', async () => {
    const author = await anAuthor();
    await set(author.id, { standing: 'suspended', until: inDays(1) });
    await rows.query(`UPDATE authors SET suspended_until = now() - interval '1 s' WHERE id = $1`, [
      author.id,
    ]);
    const over = { standing: 'new', set: null, suspendedUntil: null };
    expect(await card(author.id)).toMatchObject(over);
  });

  it.each([
    ['trust', { standing: 'trusted' }],
    ['a ban', { standing: 'banned' }],
    ['a suspension without end', { standing: 'suspended' }],
    ['a suspension of 31 days', { standing: 'suspended', until: inDays(31) }],
  ])('of %s takes a lead, to be set and to be taken back', async (_, payload) => {
    const author = await anAuthor();
    expectProblem(await set(author.id, payload), 403, 'ROLE_REQUIRED');
    expect(await card(author.id)).toMatchObject({ set: null, actions: [] });
    expect((await set(author.id, payload, lead)).statusCode).toBe(200);
    for (const milder of [{ standing: null }, { standing: 'premoderated' }]) {
      expectProblem(await set(author.id, milder), 403, 'ROLE_REQUIRED');
    }
    expect((await card(author.id)).actions).toHaveLength(1);
  });

  it.each([
    ['standing', { standing: 'nice' }, 'isIn'],
    ['standing', {}, 'isIn'],
    ['until', { standing: 'suspended', until: 'soon' }, 'isMoment'],
    ['until', { standing: 'suspended', until: '2020-01-01' }, 'isFuture'],
    ['until', { standing: 'premoderated', until: inDays(1) }, 'isForSuspension'],
    ['rejectOpen', { standing: 'premoderated', rejectOpen: true }, 'isForSuspension'],
    ['rejectOpen', { standing: 'suspended', rejectOpen: 'yes' }, 'isBoolean'],
    ['note', { standing: 'premoderated', note: 'x'.repeat(2001) }, 'maxLength'],
  ])('is refused for its %s: %j', async (field, payload, rule) => {
    const author = await anAuthor();
    expectBroken(await set(author.id, payload, lead), field, rule);
  });

  it('set by many at once leaves a trail without gaps', async () => {
    const author = await anAuthor();
    const standings = ['premoderated', 'banned', null, 'trusted', 'premoderated', null] as const;
    await Promise.all(standings.map((standing) => set(author.id, { standing }, lead)));
    const { actions, set: last } = await card(author.id);
    expect(actions).toHaveLength(standings.length);
    // Ids are made before the order is settled within a millisecond: the states make one chain all the same.
    const before = actions.map((one) => one.before?.['standing'] ?? null).sort();
    const after = actions.map((one) => one.after?.['standing'] ?? null);
    expect([...before, last].sort()).toEqual([...after, null].sort());
  });
});

describe('a ban that rejects what is open', () => {
  it('rejects every held comment by a decision of its own, and keeps the counts true', async () => {
    const author = await anAuthor();
    const held: string[] = [];
    for (let n = 0; n < 120; n += 1) held.push(await author.post(`${HELD} ${n}`, `open-${n % 7}`));
    const published = await author.post('Fine.', 'open-0');
    const other = await (await anAuthor()).post(HELD, 'open-0');
    const response = await set(author.id, { standing: 'banned', rejectOpen: true }, lead);
    expect(response.json()).toMatchObject({
      set: 'banned',
      totals: { pending: 0, published: 2, held: 0, rejected: 120 },
      actions: [{ action: 'author.banned', after: { standing: 'banned', rejectOpen: true } }],
    });
    const decisions = await rows.query(
      `SELECT DISTINCT comment_id FROM decisions
       WHERE to_status = 'rejected' AND from_status = 'held' AND actor = 'moderator' AND actor_id = $1`,
      [lead.id],
    );
    expect(decisions).toHaveLength(120);
    const open = await rows.query(
      'SELECT 1 FROM review_items WHERE comment_id = ANY($1) AND closed_at IS NULL',
      [held],
    );
    expect(open).toHaveLength(0);
    expect(await client.seen(published)).toMatchObject({ status: 'published' });
    expect(await client.seen(other)).toMatchObject({ status: 'held' });
    expect(await recount(rows)).toEqual([]);
  });

  it('is taken back like any other bulk', async () => {
    const author = await anAuthor();
    const ids = [await author.post(HELD), await author.post(HELD)];
    await set(author.id, { standing: 'banned', rejectOpen: true }, lead);
    const { item } = await lead.read<CommentHistory>(`/v1/reviews/comments/${ids[0]}`);
    const undo = `/v1/reviews/decisions/${item?.decision?.batchId}/undo`;
    expect((await lead.send('POST', undo, {})).statusCode).toBe(200);
    expect(await card(author.id)).toMatchObject({
      set: 'banned',
      totals: { held: 2, rejected: 0 },
    });
    expect(await recount(rows)).toEqual([]);
  });

  it('at the same time as another leaves each comment with one decision', async () => {
    const author = await anAuthor();
    for (let n = 0; n < 30; n += 1) await author.post(`${HELD} again ${n}`, `twice-${n % 3}`);
    const payload = { standing: 'suspended', until: inDays(2), rejectOpen: true };
    const both = await Promise.all([set(author.id, payload), set(author.id, payload, lead)]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const [row] = await rows.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM decisions JOIN comments
         ON comments.id = decisions.comment_id
       WHERE comments.author_id = $1 AND to_status = 'rejected'`,
      [author.id],
    );
    expect(row?.count).toBe(30);
  });
});
