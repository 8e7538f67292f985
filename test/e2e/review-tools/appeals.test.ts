import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage, CommentHistory, RejectReason } from '#contract';
import { startService, type TestService } from '../../harness/service.js';
import { HELD, REJECTED, scoreFromText } from '../support/checks.js';
import { Client, json, type Headers, type Response, type Taken } from '../support/client.js';
import { decide } from '../support/decide.js';
import { Desk } from '../support/desk.js';
import { expectBroken, expectProblem } from '../support/problems.js';

let service: TestService;
let client: Client;
let desk: Desk;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  desk = await Desk.open(service, 'moderator', { name: 'Mo' });
});
afterAll(() => service.stop());

const tokenOf = ({ authorToken }: Taken): Headers => ({
  ...client.reader,
  'x-author-token': authorToken,
});
const appeal = (id: string, headers: Headers, text = 'I meant it kindly.'): Promise<Response> =>
  client.send({
    method: 'POST',
    url: `/v1/comments/${id}/appeals`,
    payload: { text },
    headers: json(headers),
  });
const past = (id: string): Promise<CommentHistory> => desk.read(`/v1/reviews/comments/${id}`);

describe('an appeal', () => {
  it('brings a rejected comment before a moderator, and leaves it rejected', async () => {
    const taken = await client.settle({ body: REJECTED });
    const response = await appeal(taken.id, tokenOf(taken), 'It was\na quotation.');
    expect(response.statusCode, response.body).toBe(202);
    expect(response.json()).toEqual({ comment: taken.id });
    const { comment, item, ...rest } = await past(taken.id);
    expect(comment.status).toBe('rejected');
    const said = { text: 'It was\na quotation.', at: expect.stringMatching(/Z$/) };
    expect(rest.appeal).toEqual(said);
    expect(rest.events).toMatchObject([{ event: 'appealed', actor: 'author', by: null }]);
    expect(item).toMatchObject({ kind: 'appealed', reason: 'APPEALED', appeal: said });
    const { entries } = await desk.read<AuditPage>('/v1/audit', { subject: taken.id });
    expect(entries[0]).toMatchObject({ action: 'comment.appealed', actor: 'author', by: null });
    expect(JSON.stringify(entries)).not.toContain('quotation');
  });

  it('shows what it is against: who rejected the comment, when and by which reason', async () => {
    const taken = await client.settle({ body: HELD });
    const [reason] = await desk.read<RejectReason[]>('/v1/reviews/reasons');
    await decide(desk, taken.id, 'reject', { reason: reason!.id, note: 'As last week.' });
    const { decisions } = await past(taken.id);
    await appeal(taken.id, tokenOf(taken));
    const { item } = await past(taken.id);
    const { id, title } = reason!;
    expect(item?.rejection).toMatchObject({
      ...{ actor: 'moderator', by: { id: desk.id, name: 'Mo' }, rejectReason: { id, title } },
      at: decisions[0]!.decidedAt,
    });
    expect(item?.notes).toMatchObject([{ by: { name: 'Mo' }, text: 'As last week.' }]);
    await decide(desk, taken.id, 'reject', { reason: reason!.id });
    const turnedDown = (await past(taken.id)).item;
    expect(turnedDown?.decision).toMatchObject({ action: 'reject' });
    expect(turnedDown?.rejection?.at, 'of the appeal, not of its answer').toBe(
      decisions[0]!.decidedAt,
    );
  });

  it('shows what the checks rejected a comment for, when it was they', async () => {
    const taken = await client.settle({ body: REJECTED });
    expect((await past(taken.id)).item?.rejection ?? null).toBeNull();
    await appeal(taken.id, tokenOf(taken));
    expect((await past(taken.id)).item?.rejection).toMatchObject({
      ...{ actor: 'check', by: null, rejectReason: null, reason: 'SCORED_THREAT' },
      explanation: 'Threat 1.00 by The test (rejects from 0.98).',
    });
  });

  it('is made once, though it is sent many times at once', async () => {
    const taken = await client.settle({ body: REJECTED });
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => appeal(taken.id, tokenOf(taken))),
    );
    const statuses = responses.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([202, ...Array<number>(7).fill(409)]);
    expectProblem(await appeal(taken.id, tokenOf(taken)), 409, 'ALREADY_APPEALED');
  });

  it('may come from the site’s server', async () => {
    const { id } = await client.settle({ body: REJECTED });
    expect((await appeal(id, client.site)).statusCode).toBe(202);
  });

  it('is the author’s and nobody else’s', async () => {
    const { id } = await client.settle({ body: REJECTED });
    const other = await client.settle({ body: REJECTED });
    expectProblem(await appeal(id, client.reader), 401, 'AUTHOR_TOKEN_REQUIRED');
    expectProblem(await appeal(id, tokenOf(other)), 403, 'AUTHOR_TOKEN_WRONG');
    const site = await client.anotherSite();
    expectProblem(await appeal(id, site.site), 404, 'COMMENT_NOT_FOUND');
  });

  it.each([
    ['held', HELD],
    ['published', 'A fine day.'],
  ])('is not for a %s comment', async (_, body) => {
    const taken = await client.settle({ body });
    expectProblem(await appeal(taken.id, tokenOf(taken)), 409, 'COMMENT_NOT_APPEALABLE');
  });

  it('is not taken where the policy has none', async () => {
    await client.put('/v1/policy?section=final', { appeals: false });
    const taken = await client.settle({
      body: REJECTED,
      article: { id: 'final', section: 'final' },
    });
    expectProblem(await appeal(taken.id, tokenOf(taken)), 409, 'COMMENT_NOT_APPEALABLE');
  });

  it.each([
    ['', 'minLength'],
    ['x'.repeat(1001), 'maxLength'],
    ['a\u0000', 'noControlCharacters'],
  ])('is held to the rules of its text: %j', async (text, rule) => {
    const taken = await client.settle({ body: REJECTED });
    expectBroken(await appeal(taken.id, tokenOf(taken), text), 'text', rule);
  });
});
