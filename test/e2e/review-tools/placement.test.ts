import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage, CommentHistory, ThreadPage } from '#contract';
import { ensureSite, newSiteKeys } from '#sites';
import { startService, type TestService } from '../../harness/service.js';
import { firstSiteId } from '../../harness/moderators.js';
import { until } from '../../harness/until.js';
import { scoreFromText } from '../support/checks.js';
import { Client } from '../support/client.js';
import { Desk } from '../support/desk.js';
import { expectBroken, expectProblem } from '../support/problems.js';

let service: TestService;
let client: Client;
let desk: Desk;
let lead: Desk;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  desk = await Desk.open(service, 'moderator', { name: 'Mo' });
  lead = await Desk.open(service, 'lead');
});
afterAll(() => service.stop());

const address = (id: string): string => `/v1/reviews/comments/${id}`;
const place = (id: string, change: object, by = desk) =>
  by.send('PUT', `${address(id)}/placement`, change);
const post = async (article: string, parentId?: string): Promise<string> =>
  (await client.settle({ article: { id: article }, body: `A word on ${article}.`, parentId })).id;
const trailOf = async (id: string): Promise<unknown[]> => {
  const { entries } = await lead.read<AuditPage>('/v1/audit', { subject: id });
  return entries
    .filter(({ action }) => /pinned|featured/.test(action))
    .map(({ action, actor, by, before, after }) => [action, actor, by?.name, before, after])
    .reverse();
};

describe('a moderator', () => {
  it('pins and features a comment, which readers then see first', async () => {
    const id = await post('pins');
    await post('pins');
    expect((await place(id, { pinned: true })).json()).toEqual({ pinned: true, featured: false });
    expect((await place(id, { featured: true })).json()).toEqual({ pinned: true, featured: true });
    const first = async () =>
      (await client.get('/v1/articles/pins/comments?sort=newest')).json<ThreadPage>().comments[0];
    await until(async () => (await first())?.featured, { what: 'the pinned comment' });
    expect(await first()).toMatchObject({ id, pinned: true, featured: true });
    const { placement } = await desk.read<CommentHistory>(address(id));
    expect(placement).toEqual({ pinned: true, featured: true });
  });

  it('is named in the history of the comment, as the site is, the latest first', async () => {
    const id = await post('history');
    await place(id, { pinned: true });
    await place(id, { featured: true });
    await client.put(`/v1/comments/${id}/placement`, { pinned: false });
    const { events } = await desk.read<CommentHistory>(address(id));
    expect(events.map(({ event, actor, by }) => [event, actor, by?.name])).toEqual([
      ['unpinned', 'site', undefined],
      ['featured', 'moderator', 'Mo'],
      ['pinned', 'moderator', 'Mo'],
    ]);
    const times = events.map(({ at }) => at);
    expect([...times].sort().reverse()).toEqual(times);
  });

  it('leaves a trail of each change, once, as the site does', async () => {
    const id = await post('trail');
    await place(id, { pinned: true, featured: true });
    await place(id, { pinned: true });
    await place(id, { featured: false });
    await client.put(`/v1/comments/${id}/placement`, { pinned: false });
    expect(await trailOf(id)).toEqual([
      ['comment.pinned', 'moderator', 'Mo', { pinned: false }, { pinned: true }],
      ['comment.featured', 'moderator', 'Mo', { featured: false }, { featured: true }],
      ['comment.unfeatured', 'moderator', 'Mo', { featured: true }, { featured: false }],
      ['comment.unpinned', 'site', undefined, { pinned: true }, { pinned: false }],
    ]);
  });

  it('pins once, however many do so at once', async () => {
    const id = await post('race');
    const answers = await Promise.all(Array.from({ length: 8 }, () => place(id, { pinned: true })));
    for (const answer of answers) expect(answer.json()).toEqual({ pinned: true, featured: false });
    expect(await trailOf(id)).toHaveLength(1);
  });

  it('features a reply and does not pin one', async () => {
    const reply = await post('replies', await post('replies'));
    expectBroken(await place(reply, { pinned: true }), 'pinned', 'isTopComment');
    expect((await place(reply, { featured: true })).json()).toEqual({
      ...{ pinned: false, featured: true },
    });
    expect(await trailOf(reply)).toHaveLength(1);
  });

  it('is told what is wrong', async () => {
    const id = await post('wrong');
    expectBroken(await place(id, { pinned: 'yes' }), 'pinned', 'isBoolean');
    expectBroken(await place(id, { sticky: true }), 'sticky', 'isKnownField');
    expectProblem(await place('no-id', { pinned: true }), 404, 'COMMENT_NOT_FOUND');
  });

  it('does so for the sites that are theirs, and proves to be the console', async () => {
    const id = await post('others');
    const keys = newSiteKeys();
    await ensureSite(service.database.url, keys, ['*']);
    const siteId = await firstSiteId({ app: service.app, keys });
    const stranger = await Desk.open(service, 'admin', { siteId });
    expectProblem(await place(id, { pinned: true }, stranger), 404, 'COMMENT_NOT_FOUND');
    const { cookie = '' } = desk.headers;
    const url = `${address(id)}/placement`;
    const headers = { cookie, 'content-type': 'application/json' };
    const forged = await client.send({ method: 'PUT', url, headers, payload: { pinned: true } });
    expectProblem(forged, 403, 'CSRF_TOKEN_WRONG');
    expect(await trailOf(id)).toEqual([]);
  });
});
