import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentHistory, RejectReason, ReviewNote } from '#contract';
import { startService, type TestService } from '../../harness/service.js';
import { HELD, REJECTED, scoreFromText } from '../support/checks.js';
import { Client } from '../support/client.js';
import { decide } from '../support/decide.js';
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
  desk = await Desk.open(service, 'moderator', { name: 'Mo' });
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const address = (id: string): string => `/v1/reviews/comments/${id}`;
const history = (id: string): Promise<CommentHistory> => desk.read(address(id));
const steps = ({ decisions }: CommentHistory): string[] =>
  decisions.map(
    ({ from, to, actor, undone }) => `${from}>${to} ${actor}${undone ? ' undone' : ''}`,
  );

describe('the history of a comment', () => {
  it('has every revision with its own findings, and every decision', async () => {
    const author = { name: 'Ann', email: 'ann@example.com' };
    const { id } = await client.settle({ article: { id: 'told' }, body: `One ${HELD}`, author });
    await client.patch(id, 'Two, better.', client.site);
    await client.patch(id, `Three, no: ${REJECTED}`, client.site);
    const told = await history(id);
    expect(told.comment).toMatchObject({ id, status: 'rejected', revision: 3 });
    expect(told.author).toMatchObject({ name: 'Ann', vouched: false, standing: 'new' });
    expect(told.revisions.map(({ revision, body }) => [revision, body])).toEqual([
      [3, `Three, no: ${REJECTED}`],
      [2, 'Two, better.'],
      [1, `One ${HELD}`],
    ]);
    expect(told.revisions.map(({ findings }) => findings.map((one) => one.explanation))).toEqual([
      ['Threat 1.00 by The test (rejects from 0.98): "score 1".'],
      [],
      ['Threat 0.90 by The test (holds from 0.20): "score 0.9".'],
    ]);
    const times = told.revisions.map(({ at }) => at);
    expect([...times].sort().reverse()).toEqual(times);
    expect(steps(told)).toEqual([
      'pending>rejected check',
      'published>pending site',
      'pending>published check',
      'held>pending site',
      'pending>held check',
    ]);
    expect(told.decisions.map(({ explanation }) => explanation)).toContain(
      'Threat 0.90 by The test (holds from 0.20): "score 0.9".',
    );
    expect(told.item).toMatchObject({ kind: 'held', decision: null });
  });

  it('tells who decided, by which reason, and what was taken back', async () => {
    const { id } = await client.settle({ body: HELD });
    const [reason] = await desk.read<RejectReason[]>('/v1/reviews/reasons');
    const more = { reason: reason?.id ?? '', note: 'As last week.' };
    const bulk = await decide(desk, id, 'reject', more);
    const rejected = await history(id);
    expect(rejected.decisions[0]).toMatchObject({
      by: { id: desk.id, name: 'Mo' },
      rejectReason: { id: reason?.id, title: reason?.title },
      undone: false,
    });
    expect(rejected.notes).toMatchObject([{ by: { name: 'Mo' }, text: 'As last week.' }]);
    await desk.send('POST', `/v1/reviews/decisions/${bulk.id}/undo`, {});
    await decide(desk, id, 'approve');
    expect(steps(await history(id))).toEqual([
      'held>published moderator',
      'rejected>held moderator',
      'held>rejected moderator undone',
      'pending>held check',
    ]);
  });

  it('is not shown to moderators of other sites', async () => {
    const { id } = await client.settle();
    const other = await client.anotherSite();
    const siteId = await siteIdOf(service, other);
    const stranger = await Desk.open(service, 'admin', { siteId });
    expectProblem(await stranger.get(address(id)), 404, 'COMMENT_NOT_FOUND');
    const note = await stranger.send('POST', `${address(id)}/notes`, { text: 'Hm.' });
    expectProblem(note, 404, 'COMMENT_NOT_FOUND');
    expectProblem(await client.get(address(id), client.site), 401, 'SESSION_REQUIRED');
    expectProblem(await desk.get(address('x')), 404, 'COMMENT_NOT_FOUND');
  });
});

describe('a note', () => {
  it('is left by a moderator for the others, newest first', async () => {
    const { id } = await client.settle();
    for (const text of ['First.', 'Second,\nwith a line.']) {
      const response = await desk.send('POST', `${address(id)}/notes`, { text });
      expect(response.statusCode, response.body).toBe(201);
      expect(response.json<ReviewNote>()).toMatchObject({ by: { name: 'Mo' }, text });
    }
    const { notes } = await history(id);
    expect(notes.map(({ text }) => text)).toEqual(['Second,\nwith a line.', 'First.']);
  });

  it.each([
    ['', 'minLength'],
    ['x'.repeat(2001), 'maxLength'],
    ['\u0000', 'noControlCharacters'],
  ])('is held to the rules of its text: %j', async (text, rule) => {
    const { id } = await client.settle();
    expectBroken(await desk.send('POST', `${address(id)}/notes`, { text }), 'text', rule);
  });
});

it('of a deleted comment keeps no word of it: not in notes, reports, appeals or the trail', async () => {
  const taken = await client.settle({ body: `${REJECTED} vuvuzela` });
  const asAuthor = { ...client.reader, 'x-author-token': taken.authorToken };
  const send = (path: string, payload: object, headers: object) =>
    client.send({
      method: 'POST',
      url: `/v1/comments/${taken.id}/${path}`,
      payload,
      headers: { 'content-type': 'application/json', ...headers },
      remoteAddress: '203.0.113.7',
    });
  const note = { text: 'It says vuvuzela.' };
  expect((await desk.send('POST', `${address(taken.id)}/notes`, note)).statusCode).toBe(201);
  expect((await send('appeals', { text: 'A vuvuzela!' }, asAuthor)).statusCode).toBe(202);
  await decide(desk, taken.id, 'approve', { note: 'Fine, vuvuzela.' });
  const report = { reason: 'abuse', detail: 'vuvuzela' };
  expect((await send('reports', report, client.reader)).statusCode).toBe(202);
  expect(await rows.tablesWith('vuvuzela')).toEqual(
    expect.arrayContaining([
      'public.comments',
      'public.comment_notes',
      'public.comment_reports',
      'public.comment_appeals',
    ]),
  );
  await client.remove(taken.id, client.site);
  expect(await rows.tablesWith('vuvuzela')).toEqual([]);
  const { comment, revisions, notes, appeal } = await history(taken.id);
  expect(comment).toMatchObject({ status: 'deleted', body: '' });
  expect(revisions.map(({ body }) => body)).toEqual(['']);
  expect([notes, appeal]).toEqual([[], null]);
});
