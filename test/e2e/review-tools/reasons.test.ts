import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditPage, CommentHistory, CommentView, RejectReason } from '#contract';
import { startService, type TestService } from '../../harness/service.js';
import { HELD, scoreFromText } from '../support/checks.js';
import { Client, type Response, type Taken } from '../support/client.js';
import { decide } from '../support/decide.js';
import { Desk, siteIdOf } from '../support/desk.js';
import { expectBroken, expectProblem } from '../support/problems.js';

const REASONS = '/v1/reviews/reasons';

let service: TestService;
/** Every test has a site of its own, with the reasons that come with it. */
let client: Client;
let lead: Desk;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
});
beforeEach(async () => {
  client = await new Client(service).anotherSite();
  lead = await Desk.open(service, 'lead', { siteId: await siteIdOf(service, client) });
});
afterAll(() => service.stop());

const list = (): Promise<RejectReason[]> => lead.read(REASONS);
const write = (reasons: object, by = lead): Promise<Response> =>
  by.send('PUT', REASONS, { reasons });

describe('the reasons of a site', () => {
  it('are the shipped ones until it writes its own', async () => {
    const reasons = await list();
    expect(reasons.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(reasons.map(({ title }) => title)).toContain('Personal attack');
    expect(new Set(reasons.map(({ id }) => id)).size).toBe(8);
    expect(await list()).toEqual(reasons);
  });

  it('are replaced as a list, keeping the ids of those that stay as they are', async () => {
    const [first, second] = await list();
    const own = { title: 'Not here', authorText: 'Not in this house.' };
    const response = await write([own, second, { ...first, title: 'Attack' }]);
    expect(response.statusCode, response.body).toBe(200);
    const reasons = response.json<RejectReason[]>();
    expect(reasons.map(({ position, title }) => [position, title])).toEqual([
      [1, 'Not here'],
      [2, 'Hate'],
      [3, 'Attack'],
    ]);
    expect(reasons[1]?.id).toBe(second?.id);
    expect(reasons[2]?.id).not.toBe(first?.id);
    expect(await list()).toEqual(reasons);
  });

  it('may be none', async () => {
    expect((await write([])).json()).toEqual([]);
    expect(await list()).toEqual([]);
  });

  it('leave a trail of what was added, moved and archived', async () => {
    const [first, second] = await list();
    await write([second, { title: 'New', authorText: 'Newly said.' }]);
    const { entries } = await lead.read<AuditPage>('/v1/audit', { limit: 100 });
    const of = (action: string) => entries.filter((one) => one.action === action);
    expect(of('reason.archived')).toHaveLength(7);
    expect(of('reason.archived').map(({ subject }) => subject.id)).toContain(first?.id);
    expect(of('reason.moved')).toMatchObject([
      { subject: { id: second?.id }, before: { position: 2 }, after: { position: 1 } },
    ]);
    expect(of('reason.added')).toMatchObject([
      { by: { id: lead.id }, before: null, after: { title: 'New', authorText: 'Newly said.' } },
    ]);
  });

  it('are written by leads, read by moderators, and seen by nobody else', async () => {
    const siteId = await siteIdOf(service, client);
    const desk = await Desk.open(service, 'moderator', { siteId });
    expect(await desk.read(REASONS)).toEqual(await list());
    expectProblem(await write([], desk), 403, 'ROLE_REQUIRED');
    const stranger = await Desk.open(service, 'admin');
    expectProblem(await stranger.get(REASONS, { site: siteId }), 403, 'ROLE_REQUIRED');
    expectProblem(
      await stranger.send('PUT', `${REASONS}?site=${siteId}`, { reasons: [] }),
      403,
      'ROLE_REQUIRED',
    );
    expectProblem(await client.get(REASONS, client.site), 401, 'SESSION_REQUIRED');
    expect(await list()).toHaveLength(8);
  });

  it.each([
    ['reasons', undefined, 'isArray'],
    ['reasons', Array(10).fill({ title: 'x', authorText: 'x' }), 'arrayMaxSize'],
    ['reasons[0].title', [{ title: '', authorText: 'x' }], 'minLength'],
    ['reasons[0].title', [{ title: 'x'.repeat(61), authorText: 'x' }], 'maxLength'],
    ['reasons[0].authorText', [{ title: 'x', authorText: 'x'.repeat(501) }], 'maxLength'],
    ['reasons[0].id', [{ id: 'x', title: 'x', authorText: 'x' }], 'isUuid'],
  ])('are held to their rules: %s', async (field, reasons, rule) => {
    expectBroken(await lead.send('PUT', REASONS, { reasons }), field, rule);
  });
});

describe('a comment rejected by a canned reason', () => {
  const rejected = async (): Promise<{ taken: Taken; reason: RejectReason }> => {
    const taken = await client.settle({ body: HELD });
    const [, , , , reason] = await list();
    if (reason === undefined) throw new Error('There are fewer than five reasons.');
    await decide(lead, taken.id, 'reject', { reason: reason.id });
    return { taken, reason };
  };
  const seenBy = async (id: string, headers: Record<string, string>): Promise<CommentView> =>
    (await client.get(`/v1/comments/${id}`, headers)).json<CommentView>();

  it('tells its author and the site why, and nobody else', async () => {
    const { taken, reason } = await rejected();
    const rejection = { title: reason.title, text: reason.authorText };
    const asAuthor = { ...client.reader, 'x-author-token': taken.authorToken };
    expect(await seenBy(taken.id, asAuthor)).toMatchObject({ status: 'rejected', rejection });
    expect(await seenBy(taken.id, client.site)).toMatchObject({ rejection });
    expect(await seenBy(taken.id, client.reader)).toMatchObject({ rejection: null });
  });

  it('goes on telling it when the reason is archived', async () => {
    const { taken, reason } = await rejected();
    await write([]);
    expect(await seenBy(taken.id, client.site)).toMatchObject({
      rejection: { title: reason.title },
    });
    const { decisions } = await lead.read<CommentHistory>(`/v1/reviews/comments/${taken.id}`);
    expect(decisions[0]?.rejectReason).toEqual({ id: reason.id, title: reason.title });
  });

  it('tells it no more when the decision is taken back', async () => {
    const taken = await client.settle({ body: HELD });
    const [reason] = await list();
    const { id } = await decide(lead, taken.id, 'reject', { reason: reason?.id ?? '' });
    const undone = await lead.send('POST', `/v1/reviews/decisions/${id}/undo`, {});
    expect(undone.statusCode, undone.body).toBe(200);
    expect(await seenBy(taken.id, client.site)).toMatchObject({ status: 'held', rejection: null });
  });
});
